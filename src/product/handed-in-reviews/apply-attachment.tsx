import type { AttachmentView } from '#/product/applications/attachment-view.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { CheckboxField } from '#/ui/field.tsx'
import type { ScoredCv } from './contract.ts'
import type { reviewFields } from './apply-fields.ts'

const field: keyof typeof reviewFields = 'includeReview'

const scoreOf = (cvs: ScoredCv[], fileId: string | undefined) =>
  cvs.find((cv) => cv.fileId === fileId)?.score

/** The form to apply shows the score of each CV, and asks whether its review goes along. */
export const reviewAttachment: AttachmentView<ScoredCv[]> = {
  load: () => rpc.handedInReviews.scoredCvs(),
  factOfCv(cvs, fileId) {
    const score = scoreOf(cvs, fileId)
    return score === undefined
      ? m.handed_in_reviews_cv_none()
      : m.handed_in_reviews_cv_score({ score })
  },
  show: (cvs, { fileId, asked, onAsk }) =>
    scoreOf(cvs, fileId) !== undefined && (
      <CheckboxField
        name={field}
        checked={asked.includes(field)}
        onChange={(event) => onAsk(field, event.target.checked)}
        label={m.handed_in_reviews_include()}
        hint={m.handed_in_reviews_include_hint()}
      />
    ),
  sendHint: (cvs, { fileId, asked, company }) =>
    asked.includes(field) && scoreOf(cvs, fileId) !== undefined
      ? m.handed_in_reviews_send_hint({ company })
      : undefined,
}
