import { type Account, emit, saveAndEmit } from '../account.ts'
import { StripeError } from '../api/stripe-error.ts'
import { newId } from '../identifiers.ts'
import type { SchedulePhase, Subscription, SubscriptionSchedule } from '../wire-objects.ts'

/** A schedule whose first phase is the period in which the subscription is. */
export function scheduleFrom(account: Account, before: Subscription): SubscriptionSchedule {
  if (before.schedule) {
    throw new StripeError(
      400,
      `You cannot migrate a subscription that is already attached to a schedule: ${before.schedule}`,
    )
  }
  const [first] = before.items.data
  if (!first || before.status === 'canceled') {
    throw new StripeError(400, 'You cannot migrate a subscription that has been canceled.')
  }
  const longest = before.items.data.reduce((a, b) =>
    b.current_period_end > a.current_period_end ? b : a,
  )
  const phase = { start_date: longest.current_period_start, end_date: longest.current_period_end }
  const schedule = account.store.save<SubscriptionSchedule>({
    id: newId('sub_sched'),
    object: 'subscription_schedule',
    canceled_at: null,
    completed_at: null,
    created: account.now(),
    current_phase: phase,
    customer: before.customer,
    end_behavior: before.cancel_at ? 'cancel' : 'release',
    livemode: false,
    metadata: {},
    phases: [
      {
        ...phase,
        items: before.items.data.map(({ price, quantity }) => ({
          price: price.id,
          quantity,
          metadata: {},
        })),
        proration_behavior: 'create_prorations',
        metadata: {},
      },
    ],
    released_at: null,
    released_subscription: null,
    status: 'active',
    subscription: before.id,
  })
  emit(account, 'subscription_schedule.created', schedule)
  const scheduled = { ...before, schedule: schedule.id }
  saveAndEmit(account, 'customer.subscription.updated', scheduled, before)
  return schedule
}

/** Takes the schedule off its subscription, which goes on as it is. */
export function releaseSchedule(
  account: Account,
  before: SubscriptionSchedule,
): SubscriptionSchedule {
  refuseUnlessActive(before)
  const released = account.store.save<SubscriptionSchedule>({
    ...before,
    current_phase: null,
    released_at: account.now(),
    released_subscription: before.subscription,
    status: 'released',
    subscription: null,
  })
  emit(account, 'subscription_schedule.released', released, before)
  const subscription =
    before.subscription && account.store.find('subscription', before.subscription)
  if (subscription) {
    const free = { ...subscription, schedule: null }
    saveAndEmit(account, 'customer.subscription.updated', free, subscription)
  }
  return released
}

export function refuseUnlessActive({ id, status }: SubscriptionSchedule): void {
  if (status !== 'active') {
    throw new StripeError(
      400,
      `You cannot change a subscription schedule that is currently in the \`${status}\` status: ${id}`,
    )
  }
}

/** The phase after the current one. Of two that start in the same second the later one is current. */
export function nextPhase(schedule: SubscriptionSchedule): SchedulePhase | undefined {
  const current = schedule.phases.findLastIndex(
    (phase) => phase.start_date === schedule.current_phase?.start_date,
  )
  return schedule.phases[current + 1]
}
