import { z } from 'zod'
import { emit, wire } from '../account.ts'
import {
  firstAmount,
  recurringPrice,
  refuseMixedCurrencies,
} from '../billing/create-subscription.ts'
import { newId } from '../identifiers.ts'
import type { CheckoutSession } from '../wire-objects.ts'
import { liveCustomer } from './customers.ts'
import * as p from './params.ts'
import { listPage, type Route, route, wireList } from './route.ts'
import { invalidParam, missingParam, StripeError } from './stripe-error.ts'

const day = 86_400

const subscriptionData = z.strictObject({
  description: p.clearableText.optional(),
  metadata: p.metadata.optional(),
  trial_end: p.positiveNumber.optional(),
  trial_period_days: p.positiveNumber.refine((days) => days <= 730).optional(),
  ...p.ignored('billing_mode', 'proration_behavior', 'trial_settings', 'invoice_settings'),
})

const lineItem = z.strictObject({
  price: p.text,
  quantity: p.quantity.optional(),
  ...p.ignored('adjustable_quantity'),
})

export const checkoutSessionRoutes: Route[] = [
  route(
    'POST',
    '/v1/checkout/sessions',
    z.strictObject({
      mode: z.enum(['subscription', 'payment', 'setup']),
      cancel_url: p.webAddress.optional(),
      client_reference_id: p.text.max(200).optional(),
      customer: p.text.optional(),
      customer_email: p.text.optional(),
      expires_at: p.positiveNumber.optional(),
      line_items: z.array(lineItem).min(1).max(20).optional(),
      locale: p.text.optional(),
      metadata: p.metadata.optional(),
      payment_method_collection: z.enum(['always', 'if_required']).optional(),
      subscription_data: subscriptionData.optional(),
      success_url: p.webAddress.optional(),
      ui_mode: z.enum(['hosted', 'hosted_page']).optional(),
      ...p.ignored(
        'adaptive_pricing',
        'allow_promotion_codes',
        'automatic_tax',
        'billing_address_collection',
        'branding_settings',
        'consent_collection',
        'custom_text',
        'customer_creation',
        'customer_update',
        'discounts',
        'name_collection',
        'payment_method_options',
        'payment_method_types',
        'phone_number_collection',
        'saved_payment_method_options',
        'tax_id_collection',
      ),
    }),
    ({ account, params }) => {
      if (params.mode !== 'subscription') {
        throw invalidParam('mode', 'The local Stripe has checkout for mode=subscription only.')
      }
      if (!params.success_url) throw missingParam('success_url')
      if (!params.line_items) throw missingParam('line_items')
      if (params.customer && params.customer_email) {
        throw new StripeError(
          400,
          'You may only specify one of these parameters: customer, customer_email.',
          {
            param: 'customer',
          },
        )
      }
      if (params.customer) liveCustomer(account, params.customer, 'customer')
      const now = account.now()
      const expiresAt = params.expires_at ?? now + day
      if (expiresAt < now + 1_800 || expiresAt > now + day) {
        throw invalidParam(
          'expires_at',
          'The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.',
        )
      }
      const trial = params.subscription_data
      if (trial?.trial_end && trial.trial_end < now + 2 * day) {
        throw invalidParam(
          'subscription_data[trial_end]',
          'The `trial_end` date has to be at least 2 days in the future.',
        )
      }
      const prices = params.line_items.map(({ price }, index) =>
        recurringPrice(account, price, `line_items[${index}][price]`),
      )
      refuseMixedCurrencies(prices)
      const lines = params.line_items.map(({ price, quantity }, index) => {
        if (quantity === undefined) {
          throw invalidParam(
            `line_items[${index}][quantity]`,
            'Quantity is required. Add `quantity` to `line_items[' + index + ']`.',
          )
        }
        return { price, quantity }
      })
      const free = trial?.trial_period_days || trial?.trial_end
      const amount = free ? 0 : firstAmount(account, lines)
      const id = newId('cs_test', 58)
      const session: CheckoutSession = {
        id,
        object: 'checkout.session',
        amount_subtotal: amount,
        amount_total: amount,
        cancel_url: params.cancel_url ?? null,
        client_reference_id: params.client_reference_id ?? null,
        created: now,
        currency: prices[0]?.currency ?? 'usd',
        customer: params.customer ?? null,
        customer_details: null,
        customer_email: params.customer_email ?? null,
        expires_at: expiresAt,
        invoice: null,
        livemode: false,
        locale: params.locale ?? null,
        metadata: p.changedMetadata({}, params.metadata),
        mode: 'subscription',
        payment_method_collection: params.payment_method_collection ?? 'always',
        payment_method_types: ['card'],
        payment_status: 'unpaid',
        status: 'open',
        subscription: null,
        success_url: params.success_url,
        ui_mode: 'hosted_page',
        url: `${account.url}/c/${id}`,
        local: {
          lines,
          trialDays: trial?.trial_period_days ?? null,
          trialEnd: trial?.trial_end ?? null,
          subscriptionMetadata: p.changedMetadata({}, trial?.metadata),
          description: trial?.description ?? null,
        },
      }
      return wire(account.store.save(session))
    },
  ),

  route(
    'GET',
    '/v1/checkout/sessions',
    z.strictObject({
      ...p.listParams,
      customer: p.text.optional(),
      status: z.enum(['open', 'complete', 'expired']).optional(),
      subscription: p.text.optional(),
    }),
    ({ account, params }) => {
      const { customer, status, subscription } = params
      const sessions = account.store.list('checkout.session', { customer, status, subscription })
      return wireList(listPage('/v1/checkout/sessions', sessions, params))
    },
  ),

  route('GET', '/v1/checkout/sessions/:id', z.strictObject({}), ({ account, id }) =>
    wire(account.store.get('checkout.session', id)),
  ),

  route('POST', '/v1/checkout/sessions/:id/expire', z.strictObject({}), ({ account, id }) => {
    const session = account.store.get('checkout.session', id)
    if (session.status !== 'open') {
      throw new StripeError(
        400,
        `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of "${session.status}".`,
      )
    }
    const expired = account.store.save({ ...session, status: 'expired' as const, url: null })
    emit(account, 'checkout.session.expired', expired)
    return wire(expired)
  }),
]
