import { safe } from '@orpc/client'
import { createFileRoute, notFound } from '@tanstack/react-router'
import { loadSections, showSections } from '#/define-section.tsx'
import { JobPage } from '../job-page.tsx'
import { asideSections, factsSections } from '../job-page-sections.ts'
import { ClosedJobPage, UnknownJobPage } from '../missing-job-page.tsx'
import { PageMeta, PublicPageMeta } from '#/platform/navigation/page-meta.tsx'
import { answerGone } from '#/platform/navigation/answer-gone.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_public/jobs/$jobSlug')({
  loader: async ({ params: { jobSlug }, parentMatchPromise }) => {
    const isSignedIn = parentMatchPromise.then(({ loaderData }) => loaderData?.isSignedIn === true)
    const [{ error, data, isDefined }, belowFacts, aside] = await Promise.all([
      safe(rpc.jobs.read({ slug: jobSlug })),
      loadSections(factsSections, { jobSlug, isSignedIn }),
      loadSections(asideSections, { jobSlug, isSignedIn }),
    ])
    if (isDefined && error.code === 'JOB_CLOSED') {
      answerGone()
      return { closed: error.data }
    }
    if (isDefined && error.code === 'NOT_FOUND') throw notFound()
    if (error) throw error
    return { job: data, belowFacts, aside }
  },
  component: OneJob,
  notFoundComponent: UnknownJob,
})

function OneJob() {
  const { job, closed, belowFacts, aside } = Route.useLoaderData()
  if (!job) {
    return (
      <>
        <PageMeta title={m.jobs_closed_title()} />
        <ClosedJobPage {...closed} />
      </>
    )
  }
  const { id, slug, title } = job
  return (
    <>
      <PublicPageMeta
        title={m.jobs_page_title({ title, company: job.company.name })}
        description={job.summary}
        path={`/jobs/${slug}`}
      />
      <JobPage
        key={id}
        job={job}
        belowFacts={showSections(factsSections, belowFacts, { job })}
        aside={showSections(asideSections, aside, { job })}
      />
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
