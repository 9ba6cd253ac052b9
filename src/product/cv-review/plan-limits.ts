import type { PersonLimit } from '#/platform/billing/limit.ts'
import { m } from '#/i18n/messages.ts'

export const cvReviews: PersonLimit = {
  name: 'cv_reviews',
  of: 'person',
  period: 'month',
  allowed: { free: 3, pro: 50 },
  words: {
    gain: m.cv_review_gain_reviews,
    label: m.cv_review_usage_reviews,
    note: m.cv_review_billing_usage_resets,
  },
  order: 10,
}
