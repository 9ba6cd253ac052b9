import { isAPIError } from 'better-auth/api'
import { auth } from '#/auth/auth.server.ts'
import { env } from '#/env.server.ts'
import { log } from '#/observability/log.server.ts'
import { Refusal } from '#/rpc/refusal.ts'
import type { Standing } from './contract.ts'
import type { Payer } from './payer.server.ts'
import type { Interval } from './plans.ts'
import { readStanding } from './read-standing.server.ts'

/** All of these change nothing here: what Stripe then says arrives by webhook. */
type Request = { headers: Headers; payer: Payer }

const reference = ({ referenceId, customerType }: Payer) => ({ referenceId, customerType })
const back = (payer: Payer, result?: string) =>
  `${env.APP_URL}${payer.page}${result ? `?checkout=${result}` : ''}`

/** The hosted page on which the plan is paid. */
export async function startCheckout({
  headers,
  payer,
  interval,
}: Request & { interval: Interval }) {
  const standing = await readStanding(payer)
  if (standing.status !== 'free' && standing.interval === interval) {
    throw new Refusal('ALREADY_SUBSCRIBED')
  }
  return leaveTo(async (engine) =>
    engine.upgradeSubscription({
      headers,
      body: {
        plan: payer.paidPlan,
        annual: interval === 'year',
        ...reference(payer),
        successUrl: back(payer, 'done'),
        cancelUrl: back(payer, 'left'),
        returnUrl: back(payer),
        disableRedirect: true,
      },
    }),
  )
}

/** The hosted page with the plan, the card and the invoices. */
export const openPortal = ({ headers, payer }: Request) =>
  leaveTo((engine) =>
    engine.createBillingPortal({
      headers,
      body: { ...reference(payer), returnUrl: back(payer), disableRedirect: true },
    }),
  )

/** The same page, at the step that cancels. */
export const openCancellation = ({ headers, payer }: Request) =>
  leaveTo((engine) =>
    engine.cancelSubscription({
      headers,
      body: { ...reference(payer), returnUrl: back(payer), disableRedirect: true },
    }),
  )

/** Takes a cancellation back before it takes effect. */
export async function restoreSubscription({ headers, payer }: Request): Promise<Standing> {
  await asRefusals(async (engine) =>
    engine.restoreSubscription({ headers, body: reference(payer) }),
  )
  return readStanding(payer)
}

type Engine = Awaited<ReturnType<typeof auth>>['api']

async function leaveTo(call: (engine: Engine) => Promise<{ url?: string | null }>) {
  const { url } = await asRefusals(call)
  if (!url) throw new Refusal('PAYMENT_PROVIDER_FAILED')
  return { url }
}

/** What the engine or Stripe refuses, in the words of the contract. */
async function asRefusals<T>(call: (engine: Engine) => Promise<T>): Promise<T> {
  try {
    return await call((await auth()).api)
  } catch (error) {
    if (!isAPIError(error)) throw error
    const code = String(error.body?.code ?? '')
    if (/ALREADY_SUBSCRIBED/.test(code)) throw new Refusal('ALREADY_SUBSCRIBED')
    if (/SUBSCRIPTION_NOT|NOT_SCHEDULED|CUSTOMER_NOT_FOUND|NOT_PENDING/.test(code)) {
      throw new Refusal('NOT_SUBSCRIBED')
    }
    log.warn({ part: 'billing', code, message: error.message }, 'the payment provider refused')
    throw new Refusal('PAYMENT_PROVIDER_FAILED')
  }
}
