import { createFileRoute } from '@tanstack/react-router'
import { NewJobPage } from '#/features/jobs/new-job-page.tsx'
import { pageTitle } from '#/features/navigation/page-title.ts'
import { m } from '#/i18n/messages.ts'

export const Route = createFileRoute('/_app/o/$orgSlug/jobs/new')({
  head: () => ({ meta: [{ title: pageTitle(m.jobs_manage_new_title()) }] }),
  component: NewJob,
})

function NewJob() {
  const { membership } = Route.useRouteContext()
  return <NewJobPage membership={membership} />
}
