import { safe } from '@orpc/client'
import { createFileRoute, notFound } from '@tanstack/react-router'
import { ChatLauncher } from '#/features/chat/chat-launcher.tsx'
import type { ApplyStanding } from '#/features/jobs/apply-offer.tsx'
import { JobPage } from '#/features/jobs/job-page.tsx'
import { ClosedJobPage, UnknownJobPage } from '#/features/jobs/missing-job-page.tsx'
import { PageMeta, PublicPageMeta } from '#/features/navigation/page-meta.tsx'
import { answerGone } from '#/features/navigation/answer-gone.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_public/jobs/$jobSlug')({
  loader: async ({ params: { jobSlug }, parentMatchPromise }) => {
    const [{ error, data, isDefined }, standing] = await Promise.all([
      safe(rpc.jobs.read({ slug: jobSlug })),
      parentMatchPromise.then(({ loaderData }) =>
        loaderData?.isSignedIn ? readStanding(jobSlug) : undefined,
      ),
    ])
    if (isDefined && error.code === 'JOB_CLOSED') {
      answerGone()
      return { closed: error.data }
    }
    if (isDefined && error.code === 'NOT_FOUND') throw notFound()
    if (error) throw error
    return { job: data, standing }
  },
  component: OneJob,
  notFoundComponent: UnknownJob,
})

/** Nobody is asked for a visitor. The page is for everybody, also when there is no answer. */
async function readStanding(jobSlug: string): Promise<ApplyStanding | undefined> {
  const { data } = await safe(rpc.applications.form({ jobSlug }))
  return data && { existing: data.existing, hasCv: data.cvs.length > 0 }
}

function OneJob() {
  const { job, closed, standing } = Route.useLoaderData()
  if (!job) {
    return (
      <>
        <PageMeta title={m.jobs_closed_title()} />
        <ClosedJobPage {...closed} />
      </>
    )
  }
  const { id, slug, title, skills, salary } = job
  const chat = (
    <ChatLauncher jobId={id} jobSlug={slug} jobTitle={title} skills={skills} hasSalary={!!salary} />
  )
  return (
    <>
      <PublicPageMeta
        title={m.jobs_page_title({ title, company: job.company.name })}
        description={job.summary}
        path={`/jobs/${slug}`}
      />
      <JobPage key={id} job={job} standing={standing} chat={chat} />
    </>
  )
}

function UnknownJob() {
  return (
    <>
      <PageMeta title={m.jobs_unknown_title()} />
      <UnknownJobPage />
    </>
  )
}
