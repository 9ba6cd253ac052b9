import { safe } from '@orpc/client'
import { createFileRoute, notFound, redirect } from '@tanstack/react-router'
import { loadSections } from '#/define-section.tsx'
import { ApplyPage } from '../apply-page.tsx'
import { attachmentSections } from '../attachment-sections.ts'
import { withData } from '../attachment-view.ts'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_public/jobs/$jobSlug/apply')({
  beforeLoad: async ({ location }) => {
    const account = await rpc.identity.me()
    if (!account) throw redirect({ to: '/sign-in', search: { redirect: location.href } })
  },
  loader: async ({ params }) => {
    const [{ error, data, isDefined }, attachments] = await Promise.all([
      safe(rpc.applications.form(params)),
      loadSections(attachmentSections, null),
    ])
    if (isDefined && error.code === 'JOB_CLOSED') return { form: null, attachments }
    if (isDefined && error.code === 'NOT_FOUND') throw notFound()
    if (error) throw error
    return { form: data, attachments }
  },
  component: Apply,
})

const titleOf = (job?: { title: string; company: string }) =>
  job ? m.applications_apply_page_title(job) : m.applications_apply_title()

function Apply() {
  const { form, attachments } = Route.useLoaderData()
  return (
    <>
      <PageMeta title={titleOf(form?.job)} />
      <meta name="robots" content="noindex" />
      <ApplyPage
        jobSlug={Route.useParams().jobSlug}
        form={form}
        attachments={withData(attachmentSections, attachments)}
      />
    </>
  )
}
