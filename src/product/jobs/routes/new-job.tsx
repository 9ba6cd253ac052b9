import { createFileRoute } from '@tanstack/react-router'
import { NewJobPage } from '../new-job-page.tsx'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
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
