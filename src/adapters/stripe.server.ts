import Stripe from 'stripe'
import { env } from '#/env.server.ts'

function endpoint(base: string) {
  const { hostname, port, protocol } = new URL(base)
  return {
    host: hostname,
    port: port || undefined,
    protocol: protocol === 'http:' ? ('http' as const) : ('https' as const),
  }
}

/** Stripe's own client; STRIPE_API_BASE points it at another server that speaks its protocol. */
export const stripe = new Stripe(env.STRIPE_SECRET_KEY, {
  ...(env.STRIPE_API_BASE && endpoint(env.STRIPE_API_BASE)),
  maxNetworkRetries: 2,
  timeout: 15_000,
  telemetry: false,
})
