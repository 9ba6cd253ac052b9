import type { ReactNode } from 'react'
import { m } from '#/i18n/messages.ts'
import { ButtonAnchor } from '#/ui/button.tsx'
import { ButtonLink } from '#/ui/button-link.tsx'
import { newTeamPath } from './billing-search.ts'
import type { Overview, Standing } from './contract.ts'
import { planName } from './plan-names.ts'
import { type Interval, plans } from './plans.ts'

const wide = 'w-full'

/** The way to an account, and from there on to what was wanted. */
function SignUp({ then, children }: { then: string; children: ReactNode }) {
  return (
    <ButtonLink to="/sign-up" search={{ redirect: then }} variant="primary" className={wide}>
      {children}
    </ButtonLink>
  )
}

export const FreeAction = ({ mine }: { mine: Standing | null }) =>
  !mine && (
    <ButtonLink to="/sign-up" className={wide}>
      {m.billing_pricing_sign_up()}
    </ButtonLink>
  )

const startOf = (plan: 'pro' | 'team', trialDays: number | null) =>
  trialDays === null
    ? m.billing_pricing_subscribe({ plan: planName(plan) })
    : m.billing_pricing_start_trial({ days: trialDays })

export function ProAction({ mine, interval }: { mine: Standing | null; interval: Interval }) {
  const checkout = `/billing/checkout?interval=${interval}`
  if (!mine) {
    return <SignUp then={checkout}>{startOf('pro', plans.pro.trialDays)}</SignUp>
  }
  if (mine.status !== 'free') {
    return (
      <ButtonLink to="/billing" className={wide}>
        {m.billing_pricing_see_yours()}
      </ButtonLink>
    )
  }
  return (
    <ButtonAnchor href={checkout} variant="primary" className={wide}>
      {startOf('pro', mine.trialDays)}
    </ButtonAnchor>
  )
}

export function StarterAction({ overview: { mine, organizations } }: { overview: Overview }) {
  if (organizations.length > 0) {
    return organizations
      .filter(({ standing }) => standing.plan === 'starter')
      .map(({ slug, name }) => (
        <p key={slug} className="truncate text-sm text-ink-muted">
          {m.billing_current_organization({ name })}
        </p>
      ))
  }
  return mine ? (
    <ButtonLink to="/organizations/new" className={wide}>
      {m.billing_pricing_new_organization()}
    </ButtonLink>
  ) : (
    <ButtonLink to="/sign-up" search={{ redirect: '/organizations/new' }} className={wide}>
      {m.billing_pricing_sign_up()}
    </ButtonLink>
  )
}

/** A team's plan belongs to an organisation: one button for each that the reader runs. */
export function TeamAction({
  overview: { mine, organizations },
  interval,
}: {
  overview: Overview
  interval: Interval
}) {
  if (!mine) {
    const then = newTeamPath(interval)
    return <SignUp then={then}>{startOf('team', plans.team.trialDays)}</SignUp>
  }
  if (organizations.length === 0) {
    return (
      <ButtonAnchor href={newTeamPath(interval)} variant="primary" className={wide}>
        {m.billing_pricing_new_organization()}
      </ButtonAnchor>
    )
  }
  return (
    <ul className="space-y-4">
      {organizations.map(({ slug, name, standing }) => (
        <li key={slug}>
          <p className="mb-1.5 truncate text-sm text-ink-muted">
            {standing.plan === 'team'
              ? m.billing_current_organization({ name })
              : m.billing_pricing_for_organization({ name })}
          </p>
          {standing.status === 'free' ? (
            <ButtonAnchor
              href={`/o/${slug}/billing/checkout?interval=${interval}`}
              variant="primary"
              className={wide}
            >
              {startOf('team', standing.trialDays)}
            </ButtonAnchor>
          ) : (
            <ButtonAnchor href={`/o/${slug}/billing`} className={wide}>
              {m.billing_pricing_see_yours()}
            </ButtonAnchor>
          )}
        </li>
      ))}
    </ul>
  )
}
