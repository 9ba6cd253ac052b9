import { stripe as stripePlugin } from '@better-auth/stripe'
import { stripe } from '#/adapters/stripe.server.ts'
import { env } from '#/env.server.ts'

export const billingPlugin = () =>
  stripePlugin({
    stripeClient: stripe,
    stripeWebhookSecret: env.STRIPE_WEBHOOK_SECRET,
    createCustomerOnSignUp: false,
    subscription: {
      enabled: true,
      plans: [{ name: 'pro', lookupKey: 'pro_month', annualDiscountLookupKey: 'pro_year', freeTrial: { days: 7 } }],
    },
  })
