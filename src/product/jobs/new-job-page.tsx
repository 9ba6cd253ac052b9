import { safe } from '@orpc/client'
import { linkOptions, useNavigate } from '@tanstack/react-router'
import type { Membership } from '#/platform/organizations/contract.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Breadcrumb } from '#/ui/breadcrumb.tsx'
import { SubmitButton } from '#/ui/form.tsx'
import { PageHeader } from '#/ui/page-header.tsx'
import { toast } from '#/ui/toast.tsx'
import type { JobFormValues } from './job-form-schema.ts'
import { JobForm } from './job-form.tsx'

export function NewJobPage({ membership }: { membership: Membership }) {
  const navigate = useNavigate()
  const organizationSlug = membership.slug

  async function submit({ intent, ...fields }: JobFormValues, onSaved: () => void) {
    const { jobId } = await rpc.jobs.manage.create({ organizationSlug, fields })
    onSaved()
    const published =
      intent === 'publish' && (await safe(rpc.jobs.manage.publish({ organizationSlug, jobId })))
    const isFull =
      published && published.isDefined && published.error.code === 'PUBLISHED_JOBS_LIMIT_REACHED'
    if (published && published.error && !isFull) throw published.error
    const isPublic = published && !published.error
    await navigate({
      to: '/o/$orgSlug/jobs/$jobId',
      params: { orgSlug: organizationSlug, jobId },
      search: isFull ? { full: true } : {},
    })
    toast({ title: isPublic ? m.jobs_manage_published() : m.jobs_manage_saved_draft() })
    return undefined
  }

  return (
    <div className="max-w-reading">
      <PageHeader
        title={m.jobs_manage_new_title()}
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
      />
      <JobForm
        organizationSlug={organizationSlug}
        onSubmit={submit}
        actions={
          <>
            <SubmitButton variant="secondary" name="intent" value="save">
              {m.jobs_manage_save_draft()}
            </SubmitButton>
            <SubmitButton name="intent" value="publish">
              {m.jobs_manage_publish()}
            </SubmitButton>
          </>
        }
      />
    </div>
  )
}
