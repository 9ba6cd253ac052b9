import { isAPIError } from 'better-auth/api'
import Stripe from 'stripe'
import { auth } from '#/auth/auth.server.ts'
import { withoutHiddenOutage } from '#/db/noticed-outage.server.ts'
import { log } from '#/observability/log.server.ts'
import { Refusal } from '#/rpc/refusal.ts'

type Engine = Awaited<ReturnType<typeof auth>>['api']

/**
 * Runs what talks to Stripe, through the engine or directly, and says what it refuses in the words
 * of the contract.
 */
export async function askStripe<T>(call: (engine: Engine) => Promise<T>): Promise<T> {
  try {
    const { api } = await auth()
    return await withoutHiddenOutage(() => call(api))
  } catch (error) {
    if (isAPIError(error)) throw refusalFor(error.body?.code ?? '', error)
    if (error instanceof Stripe.errors.StripeError) throw refusalFor(error.code ?? '', error)
    throw error
  }
}

function refusalFor(code: string, { message }: Error): Refusal {
  if (/ALREADY_SUBSCRIBED/.test(code)) return new Refusal('ALREADY_SUBSCRIBED')
  if (/SUBSCRIPTION_NOT|CUSTOMER_NOT_FOUND/.test(code)) return new Refusal('NOT_SUBSCRIBED')
  if (code === 'UNAUTHORIZED') return new Refusal('FORBIDDEN')
  log.error({ part: 'billing', code, message }, 'the payment provider refused')
  return new Refusal('PAYMENT_PROVIDER_FAILED')
}
