import { createFileRoute } from '@tanstack/react-router'
import { NewJobPage } from '#/features/jobs/new-job-page.tsx'
import { PageMeta } from '#/features/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'

export const Route = createFileRoute('/_app/o/$orgSlug/jobs/new')({
  component: NewJob,
})

function NewJob() {
  const { membership } = Route.useRouteContext()
  return (
    <>
      <PageMeta title={m.jobs_manage_new_title()} />
      <NewJobPage membership={membership} />
    </>
  )
}
