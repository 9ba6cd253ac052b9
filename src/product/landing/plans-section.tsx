import type { PlanLines } from '#/platform/billing/contract.ts'
import { currency, plans } from '#/platform/billing/plans.ts'
import { m } from '#/i18n/messages.ts'
import { Container } from '#/ui/container.tsx'
import { formatMoney } from '#/ui/format-number.ts'
import { TextLink } from '#/ui/text-link.tsx'

const monthly = (amount: number) => m.site_plan_month({ price: formatMoney(amount, currency) })

/** A glance; the whole comparison is the pricing page's. */
export function PlansSection({ lines }: { lines: PlanLines }) {
  const limitsIn = (plan: keyof PlanLines) => lines[plan].limits.join(', ')
  const { pro, team } = plans
  const forPeople = [
    { name: m.site_plan_free(), price: formatMoney(0, currency), limits: limitsIn('free') },
    {
      name: m.site_plan_pro(),
      price: monthly(pro.prices.month.amount),
      limits: limitsIn('pro'),
      trialDays: pro.trialDays,
    },
  ]
  const forTeams = [
    { name: m.site_plan_starter(), price: formatMoney(0, currency), limits: limitsIn('starter') },
    {
      name: m.site_plan_team(),
      price: monthly(team.prices.month.amount),
      limits: limitsIn('team'),
      trialDays: team.trialDays,
    },
  ]
  return (
    <section aria-labelledby="plans" className="border-t">
      <Container className="grid gap-x-16 gap-y-8 py-16 sm:py-20 lg:grid-cols-[1fr_2fr]">
        <div>
          <h2 id="plans" className="font-display text-display-md">
            {m.site_plans_title()}
          </h2>
          <p className="mt-3 max-w-xs text-ink-muted">{m.site_plans_text()}</p>
          <p className="mt-4">
            <TextLink to="/pricing">{m.site_plans_link()}</TextLink>
          </p>
        </div>
        <div className="space-y-10">
          <Audience title={m.billing_pricing_people()} plans={forPeople} />
          <Audience title={m.billing_pricing_teams()} plans={forTeams} />
        </div>
      </Container>
    </section>
  )
}

type Plan = { name: string; price: string; limits: string; trialDays?: number }

const Audience = ({ title, plans: shown }: { title: string; plans: Plan[] }) => (
  <section>
    <h3 className="pb-3 text-sm font-semibold text-primary">{title}</h3>
    <ul className="border-t">
      {shown.map(({ name, price, limits, trialDays }) => (
        <li
          key={name}
          className="grid gap-x-6 border-b py-4 sm:grid-cols-[6rem_1fr_auto] sm:items-baseline"
        >
          <h4 className="font-semibold">{name}</h4>
          <p className="text-sm text-ink-muted">
            {limits}
            {trialDays && <span className="block">{m.site_plan_trial({ days: trialDays })}</span>}
          </p>
          <p className="font-medium tabular-nums">{price}</p>
        </li>
      ))}
    </ul>
  </section>
)
