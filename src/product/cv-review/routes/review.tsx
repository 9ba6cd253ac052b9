import { safe } from '@orpc/client'
import { createFileRoute, notFound } from '@tanstack/react-router'
import { ReviewPage } from '../review-page.tsx'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { leadsNowhere } from '#/rpc/leads-nowhere.ts'

export const Route = createFileRoute('/_app/cv-review/$reviewId')({
  loader: async ({ params }) => {
    const { error, data } = await safe(rpc.cvReview.read(params))
    if (leadsNowhere(error)) throw notFound()
    if (error) throw error
    return { review: data }
  },
  component: OneReview,
})

function OneReview() {
  const { review } = Route.useLoaderData()
  return (
    <>
      <PageMeta
        title={m.cv_review_page_title({ name: review.file.name })}
        description={m.cv_review_description()}
      />
      <ReviewPage review={review} />
    </>
  )
}
