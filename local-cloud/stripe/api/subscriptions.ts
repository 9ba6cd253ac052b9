import { z } from 'zod'
import { type Account, wire } from '../account.ts'
import { endPeriod } from '../billing/billing-cycle.ts'
import { cardDeclined } from '../billing/cards.ts'
import { createSubscription, firstAmount, recurringPrice } from '../billing/create-subscription.ts'
import { endSubscription, updateSubscription } from '../billing/update-subscription.ts'
import type { Customer, PaymentMethod } from '../wire-objects.ts'
import { liveCustomer } from './customers.ts'
import * as p from './params.ts'
import { listPage, type Route, route, wireList } from './route.ts'
import { noSuch, StripeError } from './stripe-error.ts'

const prorationBehavior = z.enum(['create_prorations', 'always_invoice', 'none'])
const paymentBehavior = z.enum(['allow_incomplete', 'default_incomplete', 'error_if_incomplete'])

const shared = {
  cancel_at: z.union([z.literal('').transform(() => null), p.positiveNumber]).optional(),
  cancel_at_period_end: p.flag.optional(),
  default_payment_method: p.clearableText.optional(),
  description: p.clearableText.optional(),
  metadata: p.metadata.optional(),
  payment_behavior: paymentBehavior.optional(),
  proration_behavior: prorationBehavior.optional(),
  ...p.ignored(
    'automatic_tax',
    'billing_mode',
    'collection_method',
    'off_session',
    'payment_settings',
    'trial_settings',
  ),
}

const changedItem = z.strictObject({
  id: p.text.optional(),
  price: p.text.optional(),
  quantity: p.quantity.optional(),
  deleted: p.flag.optional(),
  ...p.ignored('metadata', 'clear_usage'),
})

const cancellationDetails = z.strictObject({
  comment: p.clearableText.optional(),
  feedback: p.clearableText.optional(),
})

const statuses = [
  'active',
  'trialing',
  'past_due',
  'incomplete',
  'incomplete_expired',
  'canceled',
  'unpaid',
  'paused',
  'ended',
  'all',
] as const

export const subscriptionRoutes: Route[] = [
  route(
    'POST',
    '/v1/subscriptions',
    z.strictObject({
      ...shared,
      customer: p.text,
      items: z
        .array(
          z.strictObject({
            price: p.text,
            quantity: p.quantity.optional(),
            ...p.ignored('metadata'),
          }),
        )
        .min(1)
        .max(20),
      trial_end: p.positiveNumber.optional(),
      trial_period_days: p.positiveNumber.optional(),
    }),
    ({ account, params }) => {
      const customer = liveCustomer(account, params.customer, 'customer')
      const lines = params.items.map(({ price, quantity = 1 }, index) => ({
        price: recurringPrice(account, price, `items[${index}][price]`).id,
        quantity,
      }))
      const { trial_period_days: days, payment_behavior: behavior } = params
      const trialEnd = days ? account.now() + days * 86_400 : (params.trial_end ?? null)
      const method = chosenMethod(account, customer, params.default_payment_method ?? undefined)
      const dueNow = trialEnd ? 0 : firstAmount(account, lines)
      if (dueNow > 0 && !method && behavior !== 'default_incomplete') throw noPaymentMethod()
      if (dueNow > 0 && method?.local.declineCode && behavior === 'error_if_incomplete') {
        throw cardDeclined(method.local.declineCode)
      }
      return wire(
        createSubscription(account, {
          customer: customer.id,
          lines,
          trialEnd,
          metadata: p.changedMetadata({}, params.metadata),
          description: params.description ?? null,
          method,
          ownMethod: Boolean(params.default_payment_method),
          cancelAtPeriodEnd: params.cancel_at_period_end,
          cancelAt: params.cancel_at,
        }),
      )
    },
  ),

  route(
    'GET',
    '/v1/subscriptions',
    z.strictObject({
      ...p.listParams,
      customer: p.text.optional(),
      price: p.text.optional(),
      status: z.enum(statuses).optional(),
    }),
    ({ account, params }) => {
      const { customer, price, status } = params
      if (customer) account.store.get('customer', customer, 'customer')
      const subscriptions = account.store
        .list('subscription', { customer })
        .filter(
          (subscription) =>
            isListed(subscription.status, status) &&
            (!price || subscription.items.data.some((item) => item.price.id === price)),
        )
      return wireList(listPage('/v1/subscriptions', subscriptions, params))
    },
  ),

  route('GET', '/v1/subscriptions/:id', z.strictObject({}), ({ account, id }) =>
    wire(account.store.get('subscription', id)),
  ),

  route(
    'POST',
    '/v1/subscriptions/:id',
    z.strictObject({
      ...shared,
      cancellation_details: cancellationDetails.optional(),
      items: z.array(changedItem).max(20).optional(),
      trial_end: z.enum(['now']).optional(),
      ...p.ignored('proration_date'),
    }),
    ({ account, params, id }) => {
      const before = account.store.get('subscription', id)
      const method = params.default_payment_method
      if (method) ownMethod(account, before.customer, method)
      const updated = updateSubscription(account, before, {
        items: params.items,
        prorationBehavior: params.proration_behavior,
        refuseIfUnpaid: params.payment_behavior === 'error_if_incomplete',
        cancelAt: params.cancel_at,
        cancelAtPeriodEnd: params.cancel_at_period_end,
        cancellationDetails: params.cancellation_details,
        metadata: p.changedMetadata(before.metadata, params.metadata),
        defaultPaymentMethod: method,
        description: params.description,
      })
      if (params.trial_end && updated.status === 'trialing') {
        return wire(endPeriod(account, updated, account.now()))
      }
      return wire(updated)
    },
  ),

  route(
    'DELETE',
    '/v1/subscriptions/:id',
    z.strictObject({
      cancellation_details: cancellationDetails.optional(),
      ...p.ignored('invoice_now', 'prorate'),
    }),
    ({ account, params, id }) => {
      const before = account.store.get('subscription', id)
      if (before.status === 'canceled') throw noSuch('subscription', id)
      const details = { ...before.cancellation_details, ...params.cancellation_details }
      return wire(
        endSubscription(
          account,
          { ...before, cancellation_details: details },
          'cancellation_requested',
        ),
      )
    },
  ),
]

function isListed(status: string, wanted: (typeof statuses)[number] | undefined): boolean {
  if (wanted === 'all') return true
  if (wanted === 'ended') return status === 'canceled' || status === 'incomplete_expired'
  return wanted ? status === wanted : status !== 'canceled'
}

function chosenMethod(
  account: Account,
  customer: Customer,
  given: string | undefined,
): PaymentMethod | undefined {
  if (given) return ownMethod(account, customer.id, given)
  const preset = customer.invoice_settings.default_payment_method
  return preset ? account.store.find('payment_method', preset) : undefined
}

function ownMethod(account: Account, customer: string, id: string): PaymentMethod {
  const method = account.store.get('payment_method', id, 'default_payment_method')
  if (method.customer === customer) return method
  throw new StripeError(
    400,
    `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`,
    { code: 'resource_missing', param: 'default_payment_method' },
  )
}

function noPaymentMethod(): StripeError {
  return new StripeError(
    400,
    'This customer has no attached payment source or default payment method. Please consider adding a default payment method.',
    { code: 'resource_missing' },
  )
}
