import { createFileRoute } from '@tanstack/react-router'
import { ReviewsPage } from '#/features/cv-review/reviews-page.tsx'
import { pageTitle } from '#/features/navigation/page-title.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_app/cv-review/')({
  loader: () => rpc.cvReview.list(),
  head: () => ({
    meta: [
      { title: pageTitle(m.cv_review_title()) },
      { name: 'description', content: m.cv_review_description() },
    ],
  }),
  component: CvReviews,
})

function CvReviews() {
  return <ReviewsPage {...Route.useLoaderData()} />
}
