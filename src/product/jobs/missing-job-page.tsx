import { m } from '#/i18n/messages.ts'
import { ButtonLink } from '#/ui/button-link.tsx'
import { FurrowsDrawing } from '#/ui/drawings/furrows.tsx'
import { GateDrawing } from '#/ui/drawings/gate.tsx'
import { EmptyState } from '#/ui/empty-state.tsx'

const seeOpenJobs = () => (
  <ButtonLink to="/jobs" variant="primary">
    {m.jobs_closed_action()}
  </ButtonLink>
)

/** Answered with 410: search engines drop the page, people learn what it was. */
export function ClosedJobPage({ title, company }: { title: string; company: string }) {
  return (
    <EmptyState
      as="h1"
      drawing={<GateDrawing />}
      title={m.jobs_closed_title()}
      action={seeOpenJobs()}
      className="py-24"
    >
      {m.jobs_closed_text({ title, company })}
    </EmptyState>
  )
}

export function UnknownJobPage() {
  return (
    <EmptyState
      as="h1"
      drawing={<FurrowsDrawing />}
      title={m.jobs_unknown_title()}
      action={seeOpenJobs()}
      className="py-24"
    >
      {m.jobs_unknown_text()}
    </EmptyState>
  )
}
