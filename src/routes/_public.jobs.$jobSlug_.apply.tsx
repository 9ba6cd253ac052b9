import { safe } from '@orpc/client'
import { createFileRoute, notFound, redirect } from '@tanstack/react-router'
import { ApplyPage } from '#/features/applications/apply-page.tsx'
import { PageMeta } from '#/features/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_public/jobs/$jobSlug_/apply')({
  beforeLoad: async ({ location }) => {
    const account = await rpc.identity.me()
    if (!account) throw redirect({ to: '/sign-in', search: { redirect: location.href } })
  },
  loader: async ({ params }) => {
    const { error, data, isDefined } = await safe(rpc.applications.form(params))
    if (isDefined && error.code === 'JOB_CLOSED') return null
    if (isDefined && error.code === 'NOT_FOUND') throw notFound()
    if (error) throw error
    return data
  },
  component: Apply,
})

const titleOf = (job?: { title: string; company: string }) =>
  job ? m.applications_apply_page_title(job) : m.applications_apply_title()

function Apply() {
  const form = Route.useLoaderData()
  return (
    <>
      <PageMeta title={titleOf(form?.job)} />
      <meta name="robots" content="noindex" />
      <ApplyPage jobSlug={Route.useParams().jobSlug} form={form} />
    </>
  )
}
