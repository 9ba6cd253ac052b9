import { stripe as stripePlugin } from '@better-auth/stripe'
import { and, eq } from 'drizzle-orm'
import { stripe } from '#/adapters/stripe.server.ts'
import { asSystem } from '#/db/access.server.ts'
import { member } from '#/db/schema/organizations.ts'
import { env } from '#/env.server.ts'
import { applyStripeEvent } from './apply-stripe-event.server.ts'
import { stripePlans } from './stripe-plans.server.ts'

/** Customers, checkout and the copy of subscriptions; the plugin owns the protocol with Stripe. */
export const billingPlugin = () =>
  stripePlugin({
    stripeClient: stripe,
    stripeWebhookSecret: env.STRIPE_WEBHOOK_SECRET,
    createCustomerOnSignUp: false,
    onEvent: applyStripeEvent,
    organization: { enabled: true },
    subscription: {
      enabled: true,
      requireEmailVerification: true,
      plans: stripePlans,
      authorizeReference: ({ user, referenceId }) => mayPayFor(user.id, referenceId),
    },
  })

/** Only owners and admins decide what their organisation pays. */
async function mayPayFor(userId: string, organizationId: string): Promise<boolean> {
  const [found] = await asSystem('billing: who may pay for an organisation', (tx) =>
    tx
      .select({ role: member.role })
      .from(member)
      .where(and(eq(member.userId, userId), eq(member.organizationId, organizationId))),
  )
  return !!found?.role.split(',').some((role) => role === 'owner' || role === 'admin')
}
