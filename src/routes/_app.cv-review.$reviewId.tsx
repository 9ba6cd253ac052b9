import { safe } from '@orpc/client'
import { createFileRoute, notFound } from '@tanstack/react-router'
import { ReviewPage } from '#/features/cv-review/review-page.tsx'
import { pageTitle } from '#/features/navigation/page-title.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_app/cv-review/$reviewId')({
  loader: async ({ params }) => {
    const { error, data, isDefined } = await safe(rpc.cvReview.read(params))
    if (isDefined && error.code === 'NOT_FOUND') throw notFound()
    if (error) throw error
    return { review: data }
  },
  head: ({ loaderData }) => ({
    meta: [
      {
        title: pageTitle(
          loaderData
            ? m.cv_review_page_title({ name: loaderData.review.file.name })
            : m.cv_review_title(),
        ),
      },
      { name: 'description', content: m.cv_review_description() },
    ],
  }),
  component: OneReview,
})

function OneReview() {
  return <ReviewPage {...Route.useLoaderData()} />
}
