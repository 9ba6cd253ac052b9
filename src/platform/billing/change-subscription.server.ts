import { stripe } from '#/adapters/stripe.server.ts'
import { countAttempt } from '#/auth/rate-limit.server.ts'
import type { Locale } from '#/i18n/locale.ts'
import { Refusal } from '#/rpc/refusal.ts'
import type { Standing } from './contract.ts'
import { askStripe } from './ask-stripe.server.ts'
import { openCheckout } from './open-checkout.server.ts'
import { oneAtATime } from './payer-lease.server.ts'
import { type Payer, returnTo } from './payer.server.ts'
import type { Interval } from './plans.ts'
import { readStanding } from './read-standing.server.ts'
import { isOf, readSubscriptions } from './read-subscriptions.server.ts'
import { catchUpWithStripe } from './stripe-customer.server.ts'

/** All of these change nothing here: what Stripe then says arrives by webhook. */
type Request = { headers: Headers; payer: Payer; locale?: Locale }

/** For the engine: the subscription that the billing page shows, should there be more than one. */
async function reference(payer: Payer) {
  const { referenceId, customerType } = payer
  const [shown] = await readSubscriptions(payer)
  return { referenceId, customerType, subscriptionId: shown?.stripeSubscriptionId ?? undefined }
}

/** Stripe limits all of us together, so that one person must not use up what the others need. */
const askLimit = { max: 60, windowSeconds: 60 }

async function limitQuestions({ actor }: Payer): Promise<void> {
  const { allowed, retryAfterSeconds } = await countAttempt(`stripe:${actor.userId}`, askLimit)
  if (!allowed) throw new Refusal('RATE_LIMITED', { retryAfterSeconds })
}

/** The standing after asking Stripe. */
export async function currentStanding(payer: Payer): Promise<Standing> {
  await limitQuestions(payer)
  return caughtUp(payer)
}

async function caughtUp(payer: Payer): Promise<Standing> {
  await askStripe(() => catchUpWithStripe(payer))
  return readStanding(payer)
}

/**
 * The hosted page on which the plan is paid; for a payer who has it, the one that confirms the other
 * interval. All clicks of a payer lead to the one page that can be paid.
 */
export async function startCheckout(request: Request & { interval: Interval }) {
  const { payer, locale, interval } = request
  await limitQuestions(payer)
  return oneAtATime(payer, async (confirm) => {
    const standing = await caughtUp(payer)
    refuseCheckout(standing, interval)
    if (standing.status !== 'free') return confirmInterval(request)
    const { trialDays } = standing
    const refuse = async () => {
      if ((await caughtUp(payer)).status !== 'free') throw new Refusal('ALREADY_SUBSCRIBED')
    }
    return leaveTo(
      await askStripe(() =>
        openCheckout(payer, { interval, locale, trialDays }, { confirm, refuse }),
      ),
    )
  })
}

function refuseCheckout({ status, interval }: Standing, wanted: Interval): void {
  if (status === 'past_due' || status === 'unpaid') throw new Refusal('PAYMENT_OVERDUE')
  if (status !== 'free' && interval === wanted) throw new Refusal('ALREADY_SUBSCRIBED')
}

async function confirmInterval({
  headers,
  payer,
  locale,
  interval,
}: Request & { interval: Interval }) {
  const body = {
    plan: payer.paidPlan,
    annual: interval === 'year',
    ...(await reference(payer)),
    locale,
    successUrl: returnTo(payer, 'done'),
    cancelUrl: returnTo(payer, 'left'),
    returnUrl: returnTo(payer, 'back'),
    disableRedirect: true,
  }
  return leaveTo(await askStripe((engine) => engine.upgradeSubscription({ headers, body })))
}

/** The hosted page with the plan, the card and the invoices. */
export async function openPortal({ headers, payer, locale }: Request) {
  await limitQuestions(payer)
  const { referenceId, customerType } = payer
  return leaveTo(
    await askStripe((engine) =>
      engine.createBillingPortal({
        headers,
        body: {
          referenceId,
          customerType,
          locale,
          returnUrl: returnTo(payer, 'back'),
          disableRedirect: true,
        },
      }),
    ),
  )
}

/** The same page, at the step that cancels where there is one. */
export async function openCancellation(request: Request) {
  const { headers, payer } = request
  await limitQuestions(payer)
  return oneAtATime(payer, async () => {
    const { status, endsAt } = await caughtUp(payer)
    if (status === 'free' || endsAt) throw new Refusal('NOT_SUBSCRIBED')
    // The plugin finds what is paid alone; the rest is cancelled on the portal's first page.
    if (status === 'past_due' || status === 'unpaid') return openPortal(request)
    const returnUrl = returnTo(payer, 'back')
    const body = { ...(await reference(payer)), returnUrl, disableRedirect: true }
    return leaveTo(await askStripe((engine) => engine.cancelSubscription({ headers, body })))
  })
}

/** Takes a cancellation back before it takes effect; doing it again changes nothing. */
export async function restoreSubscription({ headers, payer }: Request): Promise<Standing> {
  await limitQuestions(payer)
  return oneAtATime(payer, async () => {
    const before = await caughtUp(payer)
    if (before.status === 'free') throw new Refusal('NOT_SUBSCRIBED')
    if (!before.endsAt) return before
    if (before.status === 'past_due' || before.status === 'unpaid') {
      throw new Refusal('PAYMENT_OVERDUE')
    }
    const body = await reference(payer)
    await askStripe((engine) => engine.restoreSubscription({ headers, body }))
    return caughtUp(payer)
  })
}

/**
 * Ends one of several subscriptions at once; the one that the billing page shows as the plan is
 * cancelled instead, and keeps what was paid for. Doing it again changes nothing. Throws NOT_FOUND
 * for a subscription of another payer, and NOT_ADDITIONAL.
 */
export async function endAdditional(payer: Payer, id: string): Promise<Standing> {
  await limitQuestions(payer)
  return oneAtATime(payer, async () => {
    const before = await caughtUp(payer)
    const running = await readSubscriptions(payer)
    if (running[0]?.id === id) throw new Refusal('NOT_ADDITIONAL')
    const ending = running.find((row) => row.id === id)?.stripeSubscriptionId
    if (!ending) {
      if (await isOf(payer, id)) return before
      throw new Refusal('NOT_FOUND')
    }
    await askStripe(() => stripe.subscriptions.cancel(ending))
    return caughtUp(payer)
  })
}

function leaveTo({ url }: { url?: string | null }) {
  if (!url) throw new Refusal('PAYMENT_PROVIDER_FAILED')
  return { url }
}
