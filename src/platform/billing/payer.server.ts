import type { Actor } from '#/db/access.server.ts'
import { env } from '#/env.server.ts'
import type { Return } from './billing-search.ts'
import type { Interval, PaidPlan, Plan } from './plans.ts'

/**
 * Who pays: a person for themselves, or those who run an organisation for it. `page` is where the
 * payment pages lead back to.
 */
export type Payer = {
  referenceId: string
  customerType: 'user' | 'organization'
  actor: Actor
  paidPlan: PaidPlan
  freePlan: Extract<Plan, 'free' | 'starter'>
  page: string
}

export const personPays = (userId: string): Payer => ({
  referenceId: userId,
  customerType: 'user',
  actor: { userId },
  paidPlan: 'pro',
  freePlan: 'free',
  page: '/billing',
})

export const organizationPays = (
  actor: Actor,
  organization: { organizationId: string; slug: string },
): Payer => ({
  referenceId: organization.organizationId,
  customerType: 'organization',
  actor,
  paidPlan: 'team',
  freePlan: 'starter',
  page: `/o/${organization.slug}/billing`,
})

/**
 * The payer's billing page, which says how the visit to Stripe's page ended and offers the interval
 * that was chosen for it.
 */
export function returnTo({ page }: Payer, result: Return, interval?: Interval): string {
  const address = new URL(page, env.APP_URL)
  address.searchParams.set('checkout', result)
  if (interval) address.searchParams.set('interval', interval)
  return address.href
}
