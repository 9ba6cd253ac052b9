import type { Actor } from '#/db/access.server.ts'
import type { PaidPlan, Plan } from './plans.ts'

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
