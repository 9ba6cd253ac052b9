import { z } from 'zod'
import { emit, saveAndEmit, wire } from '../account.ts'
import { addInterval } from '../billing/amounts.ts'
import { recurringPrice } from '../billing/create-subscription.ts'
import { refuseUnlessActive, releaseSchedule, scheduleFrom } from '../billing/schedules.ts'
import { endSubscription } from '../billing/update-subscription.ts'
import type { SchedulePhase, SubscriptionSchedule } from '../wire-objects.ts'
import * as p from './params.ts'
import { listPage, type Route, route, wireList } from './route.ts'
import { StripeError } from './stripe-error.ts'

const phase = z.strictObject({
  items: z
    .array(
      z.strictObject({
        price: p.text,
        quantity: p.quantity.optional(),
        metadata: p.metadata.optional(),
      }),
    )
    .min(1)
    .max(20),
  start_date: p.positiveNumber.optional(),
  end_date: p.positiveNumber.optional(),
  metadata: p.metadata.optional(),
  proration_behavior: z.enum(['create_prorations', 'always_invoice', 'none']).optional(),
})

export const scheduleRoutes: Route[] = [
  route(
    'POST',
    '/v1/subscription_schedules',
    z.strictObject({ from_subscription: p.text }),
    ({ account, params }) =>
      wire(
        scheduleFrom(
          account,
          account.store.get('subscription', params.from_subscription, 'from_subscription'),
        ),
      ),
  ),

  route(
    'GET',
    '/v1/subscription_schedules',
    z.strictObject({ ...p.listParams, customer: p.text.optional() }),
    ({ account, params }) =>
      wireList(
        listPage(
          '/v1/subscription_schedules',
          account.store.list('subscription_schedule', { customer: params.customer }),
          params,
        ),
      ),
  ),

  route('GET', '/v1/subscription_schedules/:id', z.strictObject({}), ({ account, id }) =>
    wire(account.store.get('subscription_schedule', id)),
  ),

  route(
    'POST',
    '/v1/subscription_schedules/:id',
    z.strictObject({
      end_behavior: z.enum(['release', 'cancel']).optional(),
      metadata: p.metadata.optional(),
      phases: z.array(phase).min(1).max(10).optional(),
      ...p.ignored('proration_behavior'),
    }),
    ({ account, params, id }) => {
      const before = account.store.get('subscription_schedule', id)
      refuseUnlessActive(before)
      const phases = params.phases?.reduce<SchedulePhase[]>((earlier, wanted, index) => {
        const items = wanted.items.map(({ price, quantity = 1, metadata }, item) => ({
          price: recurringPrice(account, price, `phases[${index}][items][${item}][price]`).id,
          quantity,
          metadata: p.changedMetadata({}, metadata),
        }))
        const [first] = wanted.items
        const lastEnd = earlier.at(-1)?.end_date
        const start = wanted.start_date ?? lastEnd ?? before.phases[0]?.start_date
        if (start === undefined || !first) throw phaseError(index, 'needs a start date')
        if (index === 0 && start !== before.phases[0]?.start_date) {
          throw new StripeError(400, 'You can not modify the start date of the current phase.', {
            param: 'phases[0][start_date]',
          })
        }
        if (lastEnd !== undefined && start !== lastEnd) {
          throw phaseError(index, 'must start when the one before it ends')
        }
        const { recurring } = recurringPrice(account, first.price)
        const end = wanted.end_date ?? addInterval(start, recurring)
        if (end <= start) throw phaseError(index, 'must end after its start')
        return [
          ...earlier,
          {
            start_date: start,
            end_date: end,
            items,
            metadata: p.changedMetadata({}, wanted.metadata),
            proration_behavior: wanted.proration_behavior ?? 'create_prorations',
          },
        ]
      }, [])
      const schedule: SubscriptionSchedule = {
        ...before,
        end_behavior: params.end_behavior ?? before.end_behavior,
        metadata: p.changedMetadata(before.metadata, params.metadata),
        phases: phases ?? before.phases,
      }
      return wire(saveAndEmit(account, 'subscription_schedule.updated', schedule, before))
    },
  ),

  route(
    'POST',
    '/v1/subscription_schedules/:id/release',
    z.strictObject(p.ignored('preserve_cancel_date')),
    ({ account, id }) =>
      wire(releaseSchedule(account, account.store.get('subscription_schedule', id))),
  ),

  route(
    'POST',
    '/v1/subscription_schedules/:id/cancel',
    z.strictObject(p.ignored('invoice_now', 'prorate')),
    ({ account, id }) => {
      const before = account.store.get('subscription_schedule', id)
      refuseUnlessActive(before)
      const subscription =
        before.subscription && account.store.find('subscription', before.subscription)
      if (subscription) endSubscription(account, subscription, 'cancellation_requested')
      else emit(account, 'subscription_schedule.canceled', before)
      return wire(account.store.get('subscription_schedule', id))
    },
  ),
]

function phaseError(index: number, message: string): StripeError {
  return new StripeError(400, `The phase ${index} ${message}.`, {
    param: `phases[${index}][start_date]`,
  })
}
