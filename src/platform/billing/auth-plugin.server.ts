import { stripe as stripePlugin } from '@better-auth/stripe'
import { and, eq } from 'drizzle-orm'
import { stripe } from '#/adapters/stripe.server.ts'
import { asSystem } from '#/db/access.server.ts'
import { member } from '#/db/schema/organizations.ts'
import { env } from '#/env.server.ts'
import { runsOrganization } from './read-overview.server.ts'
import { receiveStripeEvent, returnFromCheckout } from './stripe-endpoints.server.ts'
import { stripePlans } from './stripe-plans.server.ts'

/**
 * The portal and its steps are the plugin's. Customers and checkout are ours (open-checkout.server.ts),
 * because the plugin makes two of each when two requests come at once; and so is what Stripe sends
 * back: the plugin writes down what an event says, however old it is, and answers 200 when that fails.
 */
export function billingPlugin() {
  const plugin = stripePlugin({
    stripeClient: stripe,
    stripeWebhookSecret: env.STRIPE_WEBHOOK_SECRET,
    createCustomerOnSignUp: false,
    organization: { enabled: true },
    subscription: {
      enabled: true,
      requireEmailVerification: true,
      plans: stripePlans,
      authorizeReference: ({ user, referenceId }) => mayPayFor(user.id, referenceId),
    },
  })
  return {
    ...plugin,
    endpoints: {
      ...plugin.endpoints,
      stripeWebhook: receiveStripeEvent,
      subscriptionSuccess: returnFromCheckout,
    },
  }
}

async function mayPayFor(userId: string, organizationId: string): Promise<boolean> {
  const [found] = await asSystem('billing: who may pay for an organisation', (tx) =>
    tx
      .select({ role: member.role })
      .from(member)
      .where(and(eq(member.userId, userId), eq(member.organizationId, organizationId))),
  )
  return !!found && runsOrganization(found.role)
}
