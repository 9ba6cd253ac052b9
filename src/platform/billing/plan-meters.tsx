import { features } from '#/features.ts'
import { m } from '#/i18n/messages.ts'
import { Card } from '#/ui/card.tsx'
import { formatDate } from '#/ui/format-date.ts'
import { formatNumber } from '#/ui/format-number.ts'
import { Notice } from '#/ui/notice.tsx'
import { Progress } from '#/ui/progress.tsx'
import type { PlanUsage } from './contract.ts'

const limits = features.flatMap((feature) => feature.limits ?? [])

/** Meters of how much of a plan is used, and what it means when it is all of it. */
export const PlanMeters = ({ usage }: { usage: PlanUsage }) => (
  <Card className="space-y-5 p-4">
    <h2 className="font-semibold">{m.billing_usage_title()}</h2>
    {usage.map((one) => (
      <Meter key={one.name} {...one} />
    ))}
  </Card>
)

function Meter({ name, used, limit, resetsAt }: PlanUsage[number]) {
  const words = limits.find((known) => known.name === name)?.words
  if (!words) return null
  const date = resetsAt ? formatDate(resetsAt, 'date', 'UTC') : ''
  const isUsedUp = used >= limit
  return (
    <div className="space-y-3">
      <Progress
        label={words.label()}
        value={Math.min(used, limit)}
        max={limit}
        detail={m.billing_usage_of({ used: formatNumber(used), limit: formatNumber(limit) })}
        tone={isUsedUp ? 'accent' : 'primary'}
      />
      {isUsedUp && words.usedUp ? (
        <Notice tone="warning">{words.usedUp({ date })}</Notice>
      ) : (
        words.note && <p className="text-ink-muted">{words.note({ date })}</p>
      )}
    </div>
  )
}
