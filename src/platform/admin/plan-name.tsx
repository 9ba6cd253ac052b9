import { m } from '#/i18n/messages.ts'
import { Badge } from '#/ui/badge.tsx'

/** Plans are called the same in every language; the free one of an organisation is Starter. */
export const PlanName = ({ plan }: { plan: string | null }) =>
  plan ? (
    <Badge tone="primary" className="capitalize">
      {plan}
    </Badge>
  ) : (
    <span className="text-ink-muted">{m.billing_plan_starter()}</span>
  )
