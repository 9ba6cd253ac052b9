import { safe } from '@orpc/client'
import { createFileRoute, notFound } from '@tanstack/react-router'
import { ChatLauncher } from '#/features/chat/chat-launcher.tsx'
import { JobPage } from '#/features/jobs/job-page.tsx'
import { ClosedJobPage, UnknownJobPage } from '#/features/jobs/missing-job-page.tsx'
import { pageHead } from '#/features/navigation/page-head.ts'
import { answerGone } from '#/features/navigation/answer-gone.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_public/jobs/$jobSlug')({
  loader: async ({ params }) => {
    const { error, data, isDefined } = await safe(rpc.jobs.read({ slug: params.jobSlug }))
    if (isDefined && error.code === 'JOB_CLOSED') {
      answerGone()
      return { closed: error.data }
    }
    if (isDefined && error.code === 'NOT_FOUND') throw notFound()
    if (error) throw error
    return { job: data }
  },
  head: ({ loaderData, params }) => {
    if (!loaderData?.job) return { meta: [{ title: m.jobs_closed_title() }] }
    const { job } = loaderData
    return pageHead({
      title: m.jobs_page_title({ title: job.title, company: job.company.name }),
      description: job.summary,
      path: `/jobs/${params.jobSlug}`,
    })
  },
  component: OneJob,
  notFoundComponent: UnknownJobPage,
})

function OneJob() {
  const { job, closed } = Route.useLoaderData()
  if (!job) return <ClosedJobPage {...closed} />
  const { id, slug, title, skills, salary } = job
  const chat = (
    <ChatLauncher jobId={id} jobSlug={slug} jobTitle={title} skills={skills} hasSalary={!!salary} />
  )
  return <JobPage key={id} job={job} chat={chat} />
}
