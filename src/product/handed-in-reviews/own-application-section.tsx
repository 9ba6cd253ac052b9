import type { Section } from '#/define-section.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { DescriptionRow } from '#/ui/description-list.tsx'
import { TextLink } from '#/ui/text-link.tsx'

/** A candidate sees whether a review went along, and opens it. */
export const ownReviewSection: Section<
  { applicationId: string },
  unknown,
  { reviewId: string | null }
> = {
  load: ({ applicationId }) => rpc.handedInReviews.ofOwnApplication({ applicationId }),
  show: ({ reviewId }) => (
    <DescriptionRow term={m.handed_in_reviews_review()}>
      {reviewId ? (
        <TextLink to="/cv-review/$reviewId" params={{ reviewId }}>
          {m.handed_in_reviews_sent()}
        </TextLink>
      ) : (
        m.handed_in_reviews_not_sent()
      )}
    </DescriptionRow>
  ),
}
