import { explainProblem } from '#/platform/files/explain-problem.ts'
import { m } from '#/i18n/messages.ts'
import { Button } from '#/ui/button.tsx'
import { ButtonLink } from '#/ui/button-link.tsx'
import { Notice } from '#/ui/notice.tsx'
import type { Review } from './contract.ts'

interface FailedReviewProps {
  review: Review
  starting: boolean
  onAgain: () => void
}

/** Why it came to nothing. Where the file is at fault another try would only fail again. */
export function FailedReview({ review, starting, onAgain }: FailedReviewProps) {
  const { file, failure } = review
  const oursToMend =
    failure === null ||
    failure === 'MODEL_UNAVAILABLE' ||
    failure === 'INTERRUPTED' ||
    failure === 'INTERNAL'
  return (
    <Notice
      tone="danger"
      role="alert"
      title={m.cv_review_failed_title()}
      action={
        oursToMend ? (
          <Button variant="primary" busy={starting} onClick={onAgain}>
            {m.cv_review_again()}
          </Button>
        ) : (
          <ButtonLink to="/cv-review" variant="primary">
            {m.cv_review_other_file()}
          </ButtonLink>
        )
      }
    >
      {failure === 'MODEL_UNAVAILABLE' && m.cv_review_failed_model()}
      {failure === 'INTERRUPTED' && m.cv_review_failed_interrupted()}
      {(failure === 'INTERNAL' || failure === null) && m.cv_review_failed_internal()}
      {!oursToMend && (
        <>
          <strong className="font-semibold break-words">{file.name}</strong>{' '}
          {explainProblem(failure, { sizeBytes: file.sizeBytes })}
        </>
      )}
    </Notice>
  )
}
