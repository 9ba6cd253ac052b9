import type { Section } from '#/define-section.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { ButtonLink } from '#/ui/button-link.tsx'
import { Panel } from '#/ui/card.tsx'
import { PapersDrawing } from '#/ui/drawings/papers.tsx'
import { FirstStep } from '#/ui/first-step.tsx'
import type { ReviewSummary } from './contract.ts'
import { ReviewRow } from './review-list.tsx'

const rowsShown = 4

export const reviewsSection: Section<unknown, unknown, ReviewSummary[]> = {
  load: async () => (await rpc.cvReview.list()).reviews,
  show: (reviews) => (reviews.length > 0 ? <Reviews reviews={reviews} /> : <FirstReview />),
}

const Reviews = ({ reviews }: { reviews: ReviewSummary[] }) => (
  <Panel
    title={m.cv_review_reviews()}
    flush
    actions={
      <ButtonLink size="sm" to="/cv-review">
        {m.cv_review_cv_action()}
      </ButtonLink>
    }
  >
    <ul className="divide-y">
      {reviews.slice(0, rowsShown).map((review) => (
        <li key={review.id}>
          <ReviewRow review={review} />
        </li>
      ))}
    </ul>
  </Panel>
)

const FirstReview = () => (
  <FirstStep
    drawing={<PapersDrawing />}
    title={m.cv_review_cv_title()}
    text={m.cv_review_cv_text()}
    action={
      <ButtonLink variant="primary" to="/cv-review">
        {m.cv_review_cv_action()}
      </ButtonLink>
    }
  />
)
