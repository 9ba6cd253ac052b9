import { linkOptions } from '@tanstack/react-router'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import Download from 'lucide-react/icons/download'
import type { ReactNode } from 'react'
import type { Membership } from '#/platform/organizations/contract.ts'
import { m } from '#/i18n/messages.ts'
import { Status } from '#/ui/badge.tsx'
import { Breadcrumb } from '#/ui/breadcrumb.tsx'
import { Button, ButtonAnchor } from '#/ui/button.tsx'
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
import type { PipelineSearch } from './pipeline-search.ts'
import { stageName, statusTone } from './status-labels.ts'

interface ReceivedApplicationPageProps {
  membership: Membership
  application: ReceivedApplicationDetail
  /** The address of the CV; null once it was withdrawn. */
  fileUrl: string | null
  /** Anything that came with it. */
  sections: ReactNode
  /** The list that it was opened from. */
  search: PipelineSearch
}

/** One application, for the recruiters: all that is needed to decide, and the decision. */
export function ReceivedApplicationPage({
  membership,
  application,
  fileUrl,
  sections,
  search,
}: ReceivedApplicationPageProps) {
  const { slug: orgSlug } = membership
  const { file, job, status, name, email } = application
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
                link: linkOptions({ to: '/o/$orgSlug/applications', params: { orgSlug }, search }),
              },
            ]}
          />
        }
        actions={<Neighbours orgSlug={orgSlug} application={application} search={search} />}
      />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid gap-6 sm:max-xl:grid-cols-2 xl:sticky xl:top-6 xl:order-2">
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
          {sections}
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

/** To go through the list one by one. */
function Neighbours({
  orgSlug,
  application: { previousId, nextId },
  search,
}: {
  orgSlug: string
  application: ReceivedApplicationDetail
  search: PipelineSearch
}) {
  if (!previousId && !nextId) return null
  const step = (applicationId: string | null, label: ReactNode) =>
    applicationId ? (
      <ButtonLink
        to="/o/$orgSlug/applications/$applicationId"
        params={{ orgSlug, applicationId }}
        search={search}
      >
        {label}
      </ButtonLink>
    ) : (
      <Button disabled>{label}</Button>
    )
  return (
    <nav aria-label={m.applications_neighbours()} className="flex gap-2">
      {step(
        previousId,
        <>
          <ChevronLeft aria-hidden="true" />
          {m.applications_previous()}
        </>,
      )}
      {step(
        nextId,
        <>
          {m.applications_next()}
          <ChevronRight aria-hidden="true" />
        </>,
      )}
    </nav>
  )
}
