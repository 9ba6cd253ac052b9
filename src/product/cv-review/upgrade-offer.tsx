import Check from 'lucide-react/icons/check'
import { gainsOf } from '#/platform/billing/plan-texts.ts'
import { currency, plans } from '#/platform/billing/plans.ts'
import { m } from '#/i18n/messages.ts'
import { ButtonLink } from '#/ui/button-link.tsx'
import { Card } from '#/ui/card.tsx'
import { formatDate } from '#/ui/format-date.ts'
import { formatMoney } from '#/ui/format-number.ts'
import { Notice } from '#/ui/notice.tsx'
import type { ReviewUsage } from './contract.ts'
import { cvReviews } from './plan-limits.ts'

/** Instead of the upload, once this month's reviews are used: what Pro gives, or when to come back. */
export function UpgradeOffer({ usage: { plan, limit, resetsAt } }: { usage: ReviewUsage }) {
  const date = formatDate(resetsAt, 'date', 'UTC')
  if (plan === 'pro') {
    return (
      <Notice title={m.cv_review_limit_pro_title({ limit })}>
        {m.cv_review_limit_pro_text({ date })}
      </Notice>
    )
  }
  const { prices, trialDays } = plans.pro
  const price = formatMoney(prices.month.amount, currency)
  const gains = [
    ...gainsOf('pro'),
    m.cv_review_offer_trial({ count: trialDays }),
    m.cv_review_offer_price({ price }),
  ]
  return (
    <Card className="border-accent/40 p-4">
      <h2 className="text-lg leading-6 font-semibold">{m.cv_review_offer_title({ limit })}</h2>
      <p className="mt-2 max-w-[60ch] text-ink-muted">
        {m.cv_review_offer_text({ reviews: cvReviews.allowed.pro })}
      </p>
      <ul className="mt-4 grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {gains.map((gain) => (
          <li key={gain} className="flex items-start gap-2">
            <Check aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-primary" />
            {gain}
          </li>
        ))}
      </ul>
      <div className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-3">
        <ButtonLink to="/pricing" variant="primary">
          {m.cv_review_offer_action()}
        </ButtonLink>
        <p className="text-ink-muted">{m.cv_review_offer_wait({ date })}</p>
      </div>
    </Card>
  )
}
