import Stripe from 'stripe'
import { outsideTransaction } from '#/db/open-transaction.server.ts'
import { env } from '#/env.server.ts'

function endpoint(base: string) {
  const { hostname, port, protocol } = new URL(base)
  return {
    host: hostname,
    port: port || undefined,
    protocol: protocol === 'http:' ? ('http' as const) : ('https' as const),
  }
}

const ask = Object.assign(
  async (...request: Parameters<typeof fetch>) => {
    outsideTransaction('a call to Stripe')
    return fetch(...request)
  },
  { preconnect: fetch.preconnect },
)

/** Stripe's own client; STRIPE_API_BASE points it at another server that speaks its protocol. */
export const stripe = new Stripe(env.STRIPE_SECRET_KEY, {
  ...(env.STRIPE_API_BASE && endpoint(env.STRIPE_API_BASE)),
  httpClient: Stripe.createFetchHttpClient(ask),
  // Twice this is less than a whole request may take (api/within-request.ts).
  maxNetworkRetries: 1,
  timeout: 5_000,
  telemetry: false,
})
