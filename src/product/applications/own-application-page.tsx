import { linkOptions } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Status } from '#/ui/badge.tsx'
import { Breadcrumb } from '#/ui/breadcrumb.tsx'
import { Button } from '#/ui/button.tsx'
import { ButtonLink } from '#/ui/button-link.tsx'
import { Panel } from '#/ui/card.tsx'
import { ConfirmDialog } from '#/ui/confirm-dialog.tsx'
import { DescriptionList, DescriptionRow } from '#/ui/description-list.tsx'
import { Notice } from '#/ui/notice.tsx'
import { PageHeader } from '#/ui/page-header.tsx'
import { TextAnchor } from '#/ui/text-anchor.tsx'
import { toast } from '#/ui/toast.tsx'
import { useAction } from '#/ui/use-action.ts'
import { isDecided } from './application-statuses.ts'
import type { OwnApplicationDetail } from './contract.ts'
import { HistoryList } from './history-list.tsx'
import { statusName, statusTone } from './status-labels.ts'

interface OwnApplicationPageProps {
  application: OwnApplicationDetail
  /** Anything else that was sent. */
  sections: ReactNode
  /** It was sent a moment ago. */
  isSent: boolean
}

/** What a candidate sent, and how it goes. */
export function OwnApplicationPage({ application, sections, isSent }: OwnApplicationPageProps) {
  const { job, status, steps } = application
  return (
    <>
      {isSent && (
        <Notice tone="success" role="status" title={m.applications_sent_title()} className="mb-6">
          {m.applications_sent_text({ company: job.company })}
        </Notice>
      )}
      <PageHeader
        title={job.title}
        description={job.company}
        mark={<Status tone={statusTone(status)}>{statusName(status)}</Status>}
        breadcrumb={
          <Breadcrumb
            crumbs={[
              {
                label: m.applications_mine_title(),
                link: linkOptions({ to: '/applications' }),
              },
            ]}
          />
        }
        actions={
          <>
            {!isDecided(status) && <Withdraw application={application} />}
            {job.isOpen && (
              <ButtonLink to="/jobs/$jobSlug" params={{ jobSlug: job.slug }}>
                {m.applications_see_job()}
              </ButtonLink>
            )}
          </>
        }
      />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <Panel title={m.applications_what_you_sent()}>
          <DescriptionList
            className="-my-2.5"
            facts={[
              { term: m.applications_name(), value: application.name },
              { term: m.applications_email(), value: application.email },
              {
                term: m.applications_cv(),
                value: (
                  <TextAnchor href={`/api/files/${application.file.id}`} download>
                    {application.file.name}
                  </TextAnchor>
                ),
              },
            ]}
          >
            {sections}
            <DescriptionRow term={m.applications_cover_note()}>
              {application.coverNote ? (
                <p className="max-w-[68ch] whitespace-pre-wrap">{application.coverNote}</p>
              ) : (
                <span className="text-ink-muted">{m.applications_no_cover_note()}</span>
              )}
            </DescriptionRow>
          </DescriptionList>
        </Panel>
        <Panel title={m.applications_history()}>
          <HistoryList steps={steps.map((step) => ({ ...step, text: describe(step.to) }))} />
        </Panel>
      </div>
    </>
  )
}

function describe(to: OwnApplicationDetail['status']) {
  if (to === 'new') return m.applications_step_you_sent()
  return to === 'withdrawn' ? m.applications_step_you_withdrew() : statusName(to)
}

function Withdraw({
  application: { id: applicationId, job },
}: {
  application: OwnApplicationDetail
}) {
  const withdraw = useAction(() => rpc.applications.withdraw({ applicationId }), {
    refusals: { ALREADY_DECIDED: m.applications_already_decided },
    onDone: () => toast({ title: m.applications_withdrawn() }),
  })
  return (
    <ConfirmDialog
      trigger={<Button variant="quiet">{m.applications_withdraw()}</Button>}
      title={m.applications_withdraw_question()}
      confirm={m.applications_withdraw()}
      onConfirm={withdraw.run}
    >
      {m.applications_withdraw_text({ company: job.company, title: job.title })}
    </ConfirmDialog>
  )
}
