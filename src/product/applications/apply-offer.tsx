import { safe } from '@orpc/client'
import type { Section } from '#/define-section.tsx'
import type { JobPageAsked, JobPageShown } from '#/product/jobs/job-page-context.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { ButtonAnchor } from '#/ui/button.tsx'
import { ButtonLink } from '#/ui/button-link.tsx'
import { formatDate } from '#/ui/format-date.ts'
import { useHydrated } from '#/ui/use-hydrated.ts'

/** The way from a job's page to an application. */
export const applySection: Section<JobPageAsked, JobPageShown, ApplyStanding | undefined> = {
  load: async ({ jobSlug, isSignedIn }) => ((await isSignedIn) ? readStanding(jobSlug) : undefined),
  show: (standing, { job }) => <ApplyOffer jobSlug={job.slug} standing={standing} />,
}

/** The page is for everybody, also when there is no answer. */
async function readStanding(jobSlug: string): Promise<ApplyStanding | undefined> {
  const { data } = await safe(rpc.applications.form({ jobSlug }))
  return data && { existing: data.existing, hasCv: data.cvs.length > 0 }
}

/** What the reader of a job page has done already; unknown for a visitor. */
interface ApplyStanding {
  existing: { id: string; createdAt: Date } | null
  hasCv: boolean
}

interface ApplyOfferProps {
  jobSlug: string
  standing?: ApplyStanding
}

/** The way to apply, or to the application of whoever has. */
function ApplyOffer({ jobSlug, standing }: ApplyOfferProps) {
  if (standing?.existing) return <Applied application={standing.existing} />
  return (
    <>
      <ButtonAnchor
        href={`/jobs/${jobSlug}/apply`}
        variant="primary"
        size="lg"
        className="mt-5 w-full"
      >
        {m.applications_apply()}
      </ButtonAnchor>
      <p className="mt-2 text-center text-xs text-ink-muted">
        {standing?.hasCv ? m.applications_apply_hint_with_cv() : m.applications_apply_hint()}
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
        {m.applications_applied_on({ date: formatDate(createdAt, 'date', zone) })}
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
