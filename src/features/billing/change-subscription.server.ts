import { countAttempt } from '#/auth/rate-limit.server.ts'
import { env } from '#/env.server.ts'
import type { Locale } from '#/i18n/locale.ts'
import { Refusal } from '#/rpc/refusal.ts'
import type { Standing } from './contract.ts'
import { askStripe } from './ask-stripe.server.ts'
import type { Payer } from './payer.server.ts'
import { type Interval, plans } from './plans.ts'
import { readStanding } from './read-standing.server.ts'
import type { Return } from './billing-search.ts'
import { catchUpWithStripe, closeCheckouts } from './stripe-customer.server.ts'

/** All of these change nothing here: what Stripe then says arrives by webhook. */
type Request = { headers: Headers; payer: Payer; locale?: Locale }

const reference = ({ referenceId, customerType }: Payer) => ({ referenceId, customerType })
const back = (payer: Payer, result: Return) => `${env.APP_URL}${payer.page}?checkout=${result}`

/** Stripe limits all of us together, so that one person must not use up what the others need. */
const askLimit = { max: 60, windowSeconds: 60 }

async function limitQuestions({ actor }: Payer): Promise<void> {
  const { allowed, retryAfterSeconds } = await countAttempt(`stripe:${actor.userId}`, askLimit)
  if (!allowed) throw new Refusal('RATE_LIMITED', { retryAfterSeconds })
}

/** What is true at Stripe, in words of ours. */
export async function currentStanding(payer: Payer): Promise<Standing> {
  await limitQuestions(payer)
  await askStripe(() => catchUpWithStripe(payer))
  return readStanding(payer)
}

/**
 * The hosted page on which the plan is paid; for somebody who has it, the one that confirms the
 * other interval. A payer has one page that can be paid at a time.
 */
export async function startCheckout({
  headers,
  payer,
  locale,
  interval,
}: Request & { interval: Interval }) {
  const { status, interval: current } = await currentStanding(payer)
  if (status === 'past_due' || status === 'unpaid') throw new Refusal('PAYMENT_OVERDUE')
  if (status !== 'free' && current === interval) throw new Refusal('ALREADY_SUBSCRIBED')
  const { lookupKey } = plans[payer.paidPlan].prices[interval]
  const page = await askStripe(
    (engine) =>
      engine.upgradeSubscription({
        headers,
        body: {
          plan: payer.paidPlan,
          annual: interval === 'year',
          ...reference(payer),
          locale,
          successUrl: back(payer, 'done'),
          cancelUrl: back(payer, 'left'),
          returnUrl: back(payer, 'back'),
          disableRedirect: true,
        },
      }),
    `When the account has no active price with the lookup key ${lookupKey}: bun run stripe:prices`,
  )
  // Otherwise two tabs could pay for two subscriptions.
  if ('id' in page) await askStripe(() => closeCheckouts(payer, page.id))
  return leaveTo(page)
}

/** The hosted page with the plan, the card and the invoices. */
export async function openPortal({ headers, payer, locale }: Request) {
  await limitQuestions(payer)
  return leaveTo(
    await askStripe((engine) =>
      engine.createBillingPortal({
        headers,
        body: {
          ...reference(payer),
          locale,
          returnUrl: back(payer, 'back'),
          disableRedirect: true,
        },
      }),
    ),
  )
}

/** The same page, at the step that cancels where there is one. */
export async function openCancellation(request: Request) {
  const { headers, payer } = request
  const { status, endsAt } = await currentStanding(payer)
  if (status === 'free' || endsAt) throw new Refusal('NOT_SUBSCRIBED')
  // The plugin finds what is paid alone; the rest is cancelled on the portal's first page.
  if (status === 'past_due' || status === 'unpaid') return openPortal(request)
  return leaveTo(
    await askStripe((engine) =>
      engine.cancelSubscription({
        headers,
        body: { ...reference(payer), returnUrl: back(payer, 'back'), disableRedirect: true },
      }),
    ),
  )
}

/** Takes a cancellation back before it takes effect; doing it again changes nothing. */
export async function restoreSubscription({ headers, payer }: Request): Promise<Standing> {
  const before = await currentStanding(payer)
  if (before.status === 'free') throw new Refusal('NOT_SUBSCRIBED')
  if (!before.endsAt) return before
  if (before.status === 'past_due' || before.status === 'unpaid') {
    throw new Refusal('PAYMENT_OVERDUE')
  }
  await askStripe((engine) => engine.restoreSubscription({ headers, body: reference(payer) }))
  return currentStanding(payer)
}

function leaveTo({ url }: { url?: string | null }) {
  if (!url) throw new Refusal('PAYMENT_PROVIDER_FAILED')
  return { url }
}
