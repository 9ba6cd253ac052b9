import { m } from '#/i18n/messages.ts'
import { formatDate } from '#/ui/format-date.ts'

/** Why a review did not begin, and what to do; the limit of the plan has a place of its own. */
export function explainNotStarted({ code, data }: { code: string; data: unknown }): string {
  const { resetsAt } = Object(data)
  if (code === 'CV_REVIEW_TRIES_USED_UP') {
    return m.cv_review_tries_used_up({ date: formatDate(resetsAt, 'date', 'UTC') })
  }
  if (code === 'CV_REVIEWS_PAUSED') {
    return m.cv_review_paused({ time: formatDate(resetsAt, 'time') })
  }
  return m.cv_review_starting_failed()
}
