import { linkOptions } from '@tanstack/react-router'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import Download from 'lucide-react/icons/download'
import type { Review } from '#/features/cv-review/contract.ts'
import { ReviewDetails } from '#/features/cv-review/review-details.tsx'
import type { Membership } from '#/features/organizations/contract.ts'
import { m } from '#/i18n/messages.ts'
import { Status } from '#/ui/badge.tsx'
import { Breadcrumb } from '#/ui/breadcrumb.tsx'
import { ButtonAnchor } from '#/ui/button.tsx'
import { ButtonLink } from '#/ui/button-link.tsx'
import { Panel } from '#/ui/card.tsx'
import { DescriptionList } from '#/ui/description-list.tsx'
import { formatFileSize } from '#/ui/format-number.ts'
import { PageHeader } from '#/ui/page-header.tsx'
import { TextAnchor } from '#/ui/text-anchor.tsx'
import { TextLink } from '#/ui/text-link.tsx'
import type { ReceivedApplicationDetail } from './contract.ts'
import { HistoryList } from './history-list.tsx'
import { MoveForm } from './move-form.tsx'
import { stageName, statusTone } from './status-labels.ts'

interface ReceivedApplicationPageProps {
  membership: Membership
  application: ReceivedApplicationDetail
  /** What was handed in with it. */
  review: Review | null
}

/** One application, for the recruiters: all that is needed to decide, and the decision. */
export function ReceivedApplicationPage({
  membership,
  application,
  review,
}: ReceivedApplicationPageProps) {
  const { slug: orgSlug } = membership
  const { file, job, status, name, email } = application
  const fileUrl = file && `/api/files/${file.id}?organization=${encodeURIComponent(orgSlug)}`
  return (
    <>
      <PageHeader
        title={name}
        mark={<Status tone={statusTone(status)}>{stageName(status)}</Status>}
        description={<TextAnchor href={`mailto:${email}`}>{email}</TextAnchor>}
        breadcrumb={
          <Breadcrumb
            crumbs={[
              {
                label: m.applications_pipeline_title(),
                link: linkOptions({ to: '/o/$orgSlug/applications', params: { orgSlug } }),
              },
            ]}
          />
        }
        actions={<Neighbours orgSlug={orgSlug} application={application} />}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="space-y-6 lg:sticky lg:top-6 lg:order-2">
          <Panel title={m.applications_move_to()}>
            <MoveForm key={application.id} organizationSlug={orgSlug} application={application} />
          </Panel>
          <Panel title={m.applications_history()}>
            <HistoryList
              steps={application.steps.map((step) => ({ ...step, text: describe(step) }))}
            />
          </Panel>
        </div>
        <div className="min-w-0 space-y-6">
          <Panel
            title={m.applications_application()}
            actions={
              fileUrl && (
                <ButtonAnchor size="sm" href={fileUrl} download>
                  <Download aria-hidden="true" />
                  {m.applications_cv()}
                </ButtonAnchor>
              )
            }
          >
            <DescriptionList
              className="-my-2.5"
              facts={[
                {
                  term: m.applications_applied_for(),
                  value: (
                    <TextLink to="/o/$orgSlug/jobs/$jobId" params={{ orgSlug, jobId: job.id }}>
                      {job.title}
                    </TextLink>
                  ),
                },
                {
                  term: m.applications_cv(),
                  value:
                    file && fileUrl ? (
                      <>
                        <TextAnchor href={fileUrl} download className="break-words">
                          {file.name}
                        </TextAnchor>{' '}
                        <span className="text-ink-muted">{formatFileSize(file.sizeBytes)}</span>
                      </>
                    ) : (
                      <span className="text-ink-muted">{m.applications_cv_withdrawn()}</span>
                    ),
                },
                {
                  term: m.applications_cover_note(),
                  value: application.coverNote ? (
                    <p className="max-w-[68ch] whitespace-pre-wrap">{application.coverNote}</p>
                  ) : (
                    <span className="text-ink-muted">{m.applications_no_cover_note()}</span>
                  ),
                },
              ]}
            />
          </Panel>
          <Panel title={m.applications_review()}>
            {review && fileUrl ? (
              <ReviewDetails review={review} fileUrl={fileUrl} reader="recruiter" />
            ) : (
              <p className="text-ink-muted">{m.applications_no_review_sent()}</p>
            )}
          </Panel>
        </div>
      </div>
    </>
  )
}

function describe({ to, actor }: ReceivedApplicationDetail['steps'][number]) {
  const name = actor.name ?? m.applications_former_colleague()
  if (to === 'new' && actor.kind === 'candidate') return m.applications_step_applied({ name })
  if (to === 'withdrawn') return m.applications_step_withdrew({ name })
  return m.applications_step_moved({ name, status: stageName(to) })
}

/** To go through a status one by one. */
function Neighbours({
  orgSlug,
  application: { previousId, nextId },
}: {
  orgSlug: string
  application: ReceivedApplicationDetail
}) {
  if (!previousId && !nextId) return null
  const target = (applicationId: string | null) =>
    ({
      to: '/o/$orgSlug/applications/$applicationId',
      params: { orgSlug, applicationId: applicationId ?? '' },
      disabled: applicationId === null,
    }) as const
  return (
    <nav aria-label={m.applications_neighbours()} className="flex gap-2">
      <ButtonLink {...target(previousId)} className="aria-disabled:opacity-50">
        <ChevronLeft aria-hidden="true" />
        {m.applications_previous()}
      </ButtonLink>
      <ButtonLink {...target(nextId)} className="aria-disabled:opacity-50">
        {m.applications_next()}
        <ChevronRight aria-hidden="true" />
      </ButtonLink>
    </nav>
  )
}
