import { m } from '#/i18n/messages.ts'
import { ButtonAnchor } from '#/ui/button.tsx'
import { ButtonLink } from '#/ui/button-link.tsx'
import { formatDate } from '#/ui/format-date.ts'
import { useHydrated } from '#/ui/use-hydrated.ts'

/** What the reader of a job page has done already; unknown for a visitor. */
export interface ApplyStanding {
  existing: { id: string; createdAt: Date } | null
  hasCv: boolean
}

interface ApplyOfferProps {
  jobSlug: string
  standing?: ApplyStanding
}

/** The way to apply, or to the application of whoever has. */
export function ApplyOffer({ jobSlug, standing }: ApplyOfferProps) {
  if (standing?.existing) return <Applied application={standing.existing} />
  return (
    <>
      <ButtonAnchor
        href={`/jobs/${jobSlug}/apply`}
        variant="primary"
        size="lg"
        className="mt-5 w-full"
      >
        {m.jobs_apply()}
      </ButtonAnchor>
      <p className="mt-2 text-center text-xs text-ink-muted">
        {standing?.hasCv ? m.jobs_apply_hint_with_cv() : m.jobs_apply_hint()}
      </p>
    </>
  )
}

function Applied({
  application: { id, createdAt },
}: {
  application: { id: string; createdAt: Date }
}) {
  const zone = useHydrated() ? undefined : 'UTC'
  return (
    <>
      <p className="mt-5 border-t pt-4 text-center text-sm font-medium">
        {m.jobs_applied_on({ date: formatDate(createdAt, 'date', zone) })}
      </p>
      <ButtonLink
        to="/applications/$applicationId"
        params={{ applicationId: id }}
        size="lg"
        className="mt-3 w-full"
      >
        {m.applications_see_application()}
      </ButtonLink>
    </>
  )
}
