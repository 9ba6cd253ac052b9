import { createFileRoute } from '@tanstack/react-router'
import { ReviewsPage } from '../reviews-page.tsx'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_app/cv-review/')({
  loader: () => rpc.cvReview.list(),
  component: CvReviews,
})

function CvReviews() {
  return (
    <>
      <PageMeta title={m.cv_review_title()} description={m.cv_review_description()} />
      <ReviewsPage {...Route.useLoaderData()} />
    </>
  )
}
