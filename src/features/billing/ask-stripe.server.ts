import { isAPIError } from 'better-auth/api'
import Stripe from 'stripe'
import { auth } from '#/auth/auth.server.ts'
import { log } from '#/observability/log.server.ts'
import { Refusal } from '#/rpc/refusal.ts'

type Engine = Awaited<ReturnType<typeof auth>>['api']

/**
 * Runs what talks to Stripe, through the engine or directly, and says what it refuses in the words
 * of the contract. `hint` goes to the log: what the operator may have to do.
 */
export async function askStripe<T>(
  call: (engine: Engine) => Promise<T>,
  hint?: string,
): Promise<T> {
  try {
    return await call((await auth()).api)
  } catch (error) {
    if (isAPIError(error)) throw refusalFor(error.body?.code ?? '', error, hint)
    if (error instanceof Stripe.errors.StripeError) throw refusalFor(error.code ?? '', error, hint)
    throw error
  }
}

function refusalFor(code: string, { message }: Error, hint?: string): Refusal {
  if (/ALREADY_SUBSCRIBED/.test(code)) return new Refusal('ALREADY_SUBSCRIBED')
  if (/SUBSCRIPTION_NOT|CUSTOMER_NOT_FOUND/.test(code)) return new Refusal('NOT_SUBSCRIBED')
  if (code === 'UNAUTHORIZED') return new Refusal('FORBIDDEN')
  log.error({ part: 'billing', code, message, hint }, 'the payment provider refused')
  return new Refusal('PAYMENT_PROVIDER_FAILED')
}
