import type { Section } from '#/define-section.tsx'
import type { Review } from '#/product/cv-review/contract.ts'
import { ReviewDetails } from '#/product/cv-review/review-details.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Panel } from '#/ui/card.tsx'

/** Recruiters read the review below the application that it came with. */
export const receivedReviewSection: Section<
  { organizationSlug: string; applicationId: string },
  { fileUrl: string | null },
  { review: Review | null }
> = {
  load: ({ organizationSlug, applicationId }) =>
    rpc.handedInReviews.ofReceivedApplication({ organizationSlug, applicationId }),
  show: ({ review }, { fileUrl }) => (
    <Panel title={m.handed_in_reviews_review()}>
      {review && fileUrl ? (
        <ReviewDetails review={review} fileUrl={fileUrl} reader="recruiter" />
      ) : (
        <p className="text-ink-muted">{m.handed_in_reviews_none_received()}</p>
      )}
    </Panel>
  ),
}
