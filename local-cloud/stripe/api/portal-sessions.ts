import { z } from 'zod'
import { type Account, wire } from '../account.ts'
import { recurringPrice } from '../billing/create-subscription.ts'
import { newId } from '../identifiers.ts'
import type { AfterCompletion, PortalFlow, PortalSession, Subscription } from '../wire-objects.ts'
import { liveCustomer } from './customers.ts'
import * as p from './params.ts'
import { type Route, route } from './route.ts'
import { invalidParam, missingParam, StripeError } from './stripe-error.ts'

const afterCompletion = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('portal_homepage') }),
  z.strictObject({
    type: z.literal('redirect'),
    redirect: z.strictObject({ return_url: p.webAddress }),
  }),
  z.strictObject({
    type: z.literal('hosted_confirmation'),
    hosted_confirmation: z.strictObject({ custom_message: p.clearableText.optional() }).optional(),
  }),
])

const flowData = z.strictObject({
  type: z.enum([
    'payment_method_update',
    'subscription_cancel',
    'subscription_update',
    'subscription_update_confirm',
  ]),
  after_completion: afterCompletion.optional(),
  subscription_cancel: z
    .strictObject({ subscription: p.text, ...p.ignored('retention') })
    .optional(),
  subscription_update: z.strictObject({ subscription: p.text }).optional(),
  subscription_update_confirm: z
    .strictObject({
      subscription: p.text,
      items: z
        .array(
          z.strictObject({
            id: p.text,
            price: p.text.optional(),
            quantity: p.quantity.optional(),
          }),
        )
        .length(1),
      ...p.ignored('discounts'),
    })
    .optional(),
})

export const portalSessionRoutes: Route[] = [
  route(
    'POST',
    '/v1/billing_portal/sessions',
    z.strictObject({
      customer: p.text,
      flow_data: flowData.optional(),
      locale: p.text.optional(),
      return_url: p.webAddress.optional(),
      ...p.ignored('configuration'),
    }),
    ({ account, params }) => {
      liveCustomer(account, params.customer, 'customer')
      const flow = params.flow_data ? portalFlow(account, params.customer, params.flow_data) : null
      const id = newId('bps', 48)
      return wire(
        account.store.save<PortalSession>({
          id,
          object: 'billing_portal.session',
          configuration: 'bpc_local',
          created: account.now(),
          customer: params.customer,
          flow,
          livemode: false,
          locale: params.locale ?? null,
          on_behalf_of: null,
          return_url: params.return_url ?? null,
          url: `${account.url}/p/${id}`,
        }),
      )
    },
  ),
]

function portalFlow(
  account: Account,
  customer: string,
  data: z.output<typeof flowData>,
): PortalFlow {
  const flow: PortalFlow = {
    type: data.type,
    after_completion: completion(data.after_completion),
    subscription_cancel: null,
    subscription_update: null,
    subscription_update_confirm: null,
  }
  if (data.type === 'payment_method_update') return flow
  const target = data[data.type]
  if (!target) throw missingParam(`flow_data[${data.type}]`)
  const param = `flow_data[${data.type}][subscription]`
  const subscription = account.store.get('subscription', target.subscription, param)
  if (subscription.customer !== customer) {
    throw invalidParam(
      param,
      `The subscription \`${subscription.id}\` does not belong to the customer \`${customer}\`.`,
    )
  }
  if (data.type === 'subscription_cancel') {
    refuseUnlessCancelable(subscription)
    return { ...flow, subscription_cancel: { subscription: subscription.id, retention: null } }
  }
  refuseUnlessUpdatable(subscription)
  if (data.type === 'subscription_update') {
    return { ...flow, subscription_update: { subscription: subscription.id } }
  }
  const [item] = subscription.items.data
  const change = data.subscription_update_confirm?.items[0]
  if (!item || !change) throw missingParam('flow_data[subscription_update_confirm][items]')
  const itemParam = 'flow_data[subscription_update_confirm][items][0]'
  if (change.id !== item.id) {
    throw invalidParam(
      `${itemParam}[id]`,
      `No such subscription item: '${change.id}'`,
      'resource_missing',
    )
  }
  const price = change.price
    ? recurringPrice(account, change.price, `${itemParam}[price]`).id
    : item.price.id
  const quantity = change.quantity ?? item.quantity
  if (price === item.price.id && quantity === item.quantity) {
    throw invalidParam(
      'flow_data[subscription_update_confirm][items]',
      'There are no changes to confirm: the items are the ones that the subscription has.',
    )
  }
  return {
    ...flow,
    subscription_update_confirm: {
      subscription: subscription.id,
      items: [{ id: item.id, price, quantity }],
      discounts: null,
    },
  }
}

export function refuseUnlessCancelable(subscription: Subscription): void {
  if (subscription.cancel_at) {
    throw new StripeError(
      400,
      `This subscription cannot be canceled because it is already set to be canceled at the end of the period: ${subscription.id}`,
    )
  }
  if (subscription.status === 'canceled') {
    throw new StripeError(400, `This subscription is already canceled: ${subscription.id}`)
  }
}

/** Stripe's portal refuses subscriptions of several items. */
export function whyNotUpdatable({ items, status }: Subscription): string | undefined {
  if (items.data.length > 1) return 'it has multiple items'
  if (status !== 'active' && status !== 'trialing') return `its status is ${status}`
  return undefined
}

export function refuseUnlessUpdatable(subscription: Subscription): void {
  const why = whyNotUpdatable(subscription)
  if (why) {
    throw new StripeError(
      400,
      `This subscription cannot be updated because ${why}: ${subscription.id}`,
    )
  }
}

function completion(given: z.output<typeof afterCompletion> | undefined): AfterCompletion {
  if (!given) return { type: 'portal_homepage' }
  if (given.type !== 'hosted_confirmation') return given
  return {
    type: 'hosted_confirmation',
    hosted_confirmation: { custom_message: given.hosted_confirmation?.custom_message ?? null },
  }
}
