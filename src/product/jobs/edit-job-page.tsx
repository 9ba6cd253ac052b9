import { safe } from '@orpc/client'
import { linkOptions, useRouter } from '@tanstack/react-router'
import ExternalLink from 'lucide-react/icons/external-link'
import { Fragment, useState } from 'react'
import type { Membership } from '#/platform/organizations/contract.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Status } from '#/ui/badge.tsx'
import { Breadcrumb } from '#/ui/breadcrumb.tsx'
import { Button, ButtonAnchor } from '#/ui/button.tsx'
import { ConfirmDialog } from '#/ui/confirm-dialog.tsx'
import { explainFailure } from '#/ui/explain-failure.ts'
import { type FormOutcome, SubmitButton } from '#/ui/form.tsx'
import { PageHeader } from '#/ui/page-header.tsx'
import { toast } from '#/ui/toast.tsx'
import { useAction } from '#/ui/use-action.ts'
import type { JobFormValues } from './job-form-schema.ts'
import { JobForm, neededErrors } from './job-form.tsx'
import { jobNumberViews } from './job-number-sections.ts'
import { numberOf } from './job-number-view.ts'
import { LimitNotice } from './limit-notice.tsx'
import type { EditedJob } from './manage-contract.ts'
import { jobStatusName, jobStatusTone } from './manage-labels.ts'

interface EditJobPageProps {
  membership: Membership
  job: EditedJob
  /** How many the plan lets be published, when that has just stood in the way. */
  full?: number
}

/** One job for the members: its text, and what state it is in. */
export function EditJobPage({ membership, job, full }: EditJobPageProps) {
  const router = useRouter()
  const [limit, setLimit] = useState(full)
  const [said, setSaid] = useState<string>()
  /** What the form began with: not what a colleague has saved meanwhile, and the page may show. */
  const [copy, setCopy] = useState({ number: 0, fields: job.fields, updatedAt: job.updatedAt })
  const organizationSlug = membership.slug
  const jobId = job.id

  async function submit(
    { intent, ...fields }: JobFormValues,
    onSaved: () => void,
  ): Promise<FormOutcome | undefined> {
    setLimit(undefined)
    setSaid(undefined)
    const { updatedAt } = copy
    const saved = await safe(rpc.jobs.manage.update({ organizationSlug, jobId, fields, updatedAt }))
    if (saved.isDefined && saved.error.code === 'JOB_INCOMPLETE') {
      return neededErrors(saved.error.data.missing)
    }
    if (saved.isDefined && saved.error.code === 'JOB_CHANGED') {
      return { formError: <StaleCopy onLoad={loadTheirs} /> }
    }
    if (saved.error) throw saved.error
    onSaved()
    setCopy({ ...copy, updatedAt: saved.data.updatedAt })
    const outcome = intent === 'publish' ? await publish() : undefined
    if (!outcome && intent === 'save') {
      setSaid(job.status === 'draft' ? m.jobs_manage_saved_draft() : m.jobs_manage_saved())
    }
    await router.invalidate()
    return outcome
  }

  async function loadTheirs() {
    const { error, data } = await safe(rpc.jobs.manage.read({ organizationSlug, jobId }))
    if (error) return toast({ title: explainFailure(error), tone: 'danger' })
    setCopy({ number: copy.number + 1, fields: data.fields, updatedAt: data.updatedAt })
    await router.invalidate()
  }

  async function publish(): Promise<FormOutcome | undefined> {
    const { error, isDefined } = await safe(rpc.jobs.manage.publish({ organizationSlug, jobId }))
    if (isDefined && error.code === 'JOB_INCOMPLETE') return neededErrors(error.data.missing)
    if (isDefined && error.code === 'PUBLISHED_JOBS_LIMIT_REACHED') {
      setLimit(error.data.limit)
      window.scrollTo({ top: 0 })
      return {}
    }
    if (error) throw error
    setSaid(m.jobs_manage_published())
    return undefined
  }

  return (
    <div className="max-w-reading">
      <PageHeader
        title={job.title}
        mark={<Status tone={jobStatusTone(job.status)}>{jobStatusName(job.status)}</Status>}
        breadcrumb={
          <Breadcrumb
            crumbs={[
              {
                label: m.jobs_manage_title(),
                link: linkOptions({
                  to: '/o/$orgSlug/jobs',
                  params: { orgSlug: organizationSlug },
                }),
              },
            ]}
          />
        }
        actions={<HeaderActions membership={membership} job={job} />}
      />
      <JobForm
        key={copy.number}
        organizationSlug={organizationSlug}
        fields={copy.fields}
        isPublic={job.status === 'published'}
        said={said}
        onSubmit={submit}
        notice={limit !== undefined && <LimitNotice membership={membership} limit={limit} />}
        actions={
          <>
            <SubmitButton
              variant={job.status === 'published' ? 'primary' : 'secondary'}
              name="intent"
              value="save"
            >
              {job.status === 'draft' ? m.jobs_manage_save_draft() : m.jobs_manage_save()}
            </SubmitButton>
            {job.status !== 'published' && (
              <SubmitButton name="intent" value="publish">
                {job.status === 'draft' ? m.jobs_manage_publish() : m.jobs_manage_reopen()}
              </SubmitButton>
            )}
          </>
        }
      />
    </div>
  )
}

const StaleCopy = ({ onLoad }: { onLoad: () => void }) => (
  <>
    <p>{m.jobs_manage_changed()}</p>
    <Button size="sm" className="mt-3" onClick={onLoad}>
      {m.jobs_manage_load_theirs()}
    </Button>
  </>
)

function HeaderActions({ membership, job }: { membership: Membership; job: EditedJob }) {
  const organizationSlug = membership.slug
  const jobId = job.id
  const { title } = job
  const orgSlug = organizationSlug
  const removeDraft = useAction(() => rpc.jobs.manage.removeDraft({ organizationSlug, jobId }), {
    leavesTo: () => ({ to: '/o/$orgSlug/jobs', params: { orgSlug }, ignoreBlocker: true }),
    onDone: () => toast({ title: m.jobs_manage_deleted() }),
  })
  const close = useAction(() => rpc.jobs.manage.close({ organizationSlug, jobId }), {
    onDone: () => toast({ title: m.jobs_manage_closed() }),
  })

  if (job.status === 'draft') {
    if (membership.role === 'member') return null
    return (
      <ConfirmDialog
        trigger={<Button>{m.jobs_manage_delete()}</Button>}
        title={m.jobs_manage_delete_question({ title })}
        confirm={m.jobs_manage_delete()}
        onConfirm={removeDraft.run}
      >
        {m.jobs_manage_delete_text()}
      </ConfirmDialog>
    )
  }
  return (
    <>
      {jobNumberViews.map(({ name, action }) => (
        <Fragment key={name}>{action({ orgSlug, job, number: numberOf(job, name) })}</Fragment>
      ))}
      {job.status === 'published' && (
        <>
          <ButtonAnchor href={`/jobs/${job.slug}`} target="_blank" rel="noopener">
            <ExternalLink aria-hidden="true" />
            {m.jobs_manage_public_page()}
          </ButtonAnchor>
          <ConfirmDialog
            trigger={<Button>{m.jobs_manage_close()}</Button>}
            title={m.jobs_manage_close_question({ title })}
            confirm={m.jobs_manage_close()}
            tone="primary"
            onConfirm={close.run}
          >
            {m.jobs_manage_close_text()}
          </ConfirmDialog>
        </>
      )}
    </>
  )
}
