import { m } from '#/i18n/messages.ts'
import { Badge } from '#/ui/badge.tsx'
import { Card } from '#/ui/card.tsx'
import { formatDate } from '#/ui/format-date.ts'
import { Progress } from '#/ui/progress.tsx'
import type { ReviewUsage } from './contract.ts'

export function UsageMeter({ usage: { used, limit, plan, resetsAt } }: { usage: ReviewUsage }) {
  return (
    <Card className="space-y-3 p-4">
      <div className="flex items-center justify-between gap-3">
        <h2 className="font-semibold">{m.cv_review_usage_title()}</h2>
        <Badge tone={plan === 'pro' ? 'primary' : 'neutral'}>
          {plan === 'pro' ? m.cv_review_usage_pro() : m.cv_review_usage_free()}
        </Badge>
      </div>
      <p className="tabular-nums">{m.cv_review_usage({ used, limit })}</p>
      <Progress
        hideLabel
        label={m.cv_review_usage_title()}
        value={Math.min(used, limit)}
        max={limit}
        detail={m.cv_review_usage({ used, limit })}
        tone={used >= limit ? 'accent' : 'primary'}
      />
      <p className="text-ink-muted">
        {m.cv_review_usage_resets({ date: formatDate(resetsAt, 'date', 'UTC') })}
      </p>
    </Card>
  )
}
