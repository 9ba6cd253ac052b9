import type { SubscriptionView } from '../stripe/console-view.ts'
import type { LocalStripe } from '../stripe/start-local-stripe.ts'
import type { Delivery } from '../stripe/webhooks/webhook-log.ts'
import { dayOf, duration } from './format.tsx'

export interface Payer {
  id: string
  name: string | null
  email: string | null
  /** Missing for a customer who never subscribed. */
  subscription?: SubscriptionView
}

/** Subscriptions first, newest on top, then customers who have none. */
export function payers(stripe: LocalStripe): Payer[] {
  const subscriptions = stripe.subscriptions()
  const subscribed = new Set(subscriptions.map(({ customer }) => customer.id))
  return [
    ...subscriptions.map((subscription) => ({ ...subscription.customer, subscription })),
    ...stripe.customers().filter(({ id, deleted }) => !deleted && !subscribed.has(id)),
  ]
}

export function PayerName({ payer: { id, name, email } }: { payer: Payer }) {
  return (
    <>
      {email ?? name ?? id}
      {email && name ? <span className="faint"> · {name}</span> : null}
    </>
  )
}

export function AdvanceButton({
  subscription,
  from,
}: {
  subscription: SubscriptionView
  from: string
}) {
  if (!subscription.canAdvance) return null
  return (
    <form method="post" action="/payments/advance">
      <input type="hidden" name="subscription" value={subscription.id} />
      <input type="hidden" name="from" value={from} />
      <button
        className="button button-small"
        title={`Advance to the next period, as if it were ${dayOf(subscription.periodEndsAt)}`}
      >
        Next period
      </button>
    </form>
  )
}

export function SendAgainButton({ delivery, from }: { delivery: Delivery; from: string }) {
  return (
    <form method="post" action="/payments/send-again">
      <input type="hidden" name="delivery" value={delivery.id} />
      <input type="hidden" name="from" value={from} />
      <button className="button button-small">Send again</button>
    </form>
  )
}

const tones: Record<string, string> = {
  active: 'badge-success',
  paid: 'badge-success',
  trialing: 'badge-primary',
  past_due: 'badge-danger',
  unpaid: 'badge-danger',
  uncollectible: 'badge-danger',
  incomplete: 'badge-accent',
  open: 'badge-accent',
  paused: 'badge-accent',
}

/** Stripe's own words, so that they can be searched for: "Past due". */
export function StatusBadge({ status }: { status: string }) {
  const words = status.replaceAll('_', ' ')
  return (
    <span className={`badge ${tones[status] ?? ''}`}>
      {words.charAt(0).toUpperCase() + words.slice(1)}
    </span>
  )
}

export function DeliveryBadge({ delivery: { state, attempts } }: { delivery: Delivery }) {
  if (state === 'delivered') return <span className="badge badge-success">Delivered</span>
  if (state === 'given up') return <span className="badge badge-danger">Given up</span>
  if (attempts.length === 0) return <span className="badge">Waiting</span>
  return <span className="badge badge-accent">Retrying</span>
}

/** The outcome of the last attempt, and the time of the next one. */
export function attemptText({ attempts, state, nextAttemptAt }: Delivery): string {
  const last = attempts.at(-1)
  if (!last) return 'Not sent yet'
  const answer =
    last.status === null ? 'No answer' : `${last.status} in ${duration(last.durationMs)}`
  if (state !== 'waiting' || !nextAttemptAt) return answer
  return `${answer}, next at ${new Date(nextAttemptAt).toLocaleTimeString('en-GB')}`
}

export function periodText(subscription: SubscriptionView): string {
  const { status, cancelAt, endedAt, periodEndsAt } = subscription
  if (endedAt) return `Ended ${dayOf(endedAt)}`
  if (cancelAt) return `Ends ${dayOf(cancelAt)}`
  return status === 'trialing'
    ? `Trial until ${dayOf(periodEndsAt)}`
    : `Renews ${dayOf(periodEndsAt)}`
}
