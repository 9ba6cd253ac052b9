import { z } from 'zod'
import { wire } from '../account.ts'
import { attachCard } from '../billing/cards.ts'
import * as p from './params.ts'
import { liveCustomer } from './customers.ts'
import { listPage, type Route, route, wireList } from './route.ts'
import { noSuch } from './stripe-error.ts'

/** Stripe's ready-made test payment methods. Source: https://docs.stripe.com/testing */
const testMethods: Record<string, string> = {
  pm_card_visa: '4242424242424242',
  pm_card_mastercard: '5555555555554444',
  pm_card_visa_chargeDeclined: '4000000000000002',
  pm_card_chargeCustomerFail: '4000000000000341',
}

export const paymentMethodRoutes: Route[] = [
  route(
    'GET',
    '/v1/payment_methods',
    z.strictObject({
      ...p.listParams,
      customer: p.text.optional(),
      type: z.enum(['card']).optional(),
    }),
    ({ account, params }) => {
      if (params.customer) liveCustomer(account, params.customer, 'customer')
      const methods = account.store
        .list('payment_method', { customer: params.customer })
        .filter((method) => method.customer !== null)
      return wireList(listPage('/v1/payment_methods', methods, params))
    },
  ),

  route(
    'POST',
    '/v1/payment_methods/:id/attach',
    z.strictObject({ customer: p.text }),
    ({ account, params, id }) => {
      const customer = liveCustomer(account, params.customer, 'customer')
      const number = new Map(Object.entries(testMethods)).get(id)
      if (number === undefined) throw noSuch('payment_method', id)
      const entered = { number, expiry: '12 / 34', cvc: '123', name: customer.name ?? '' }
      return wire(attachCard(account, customer.id, entered, customer.email))
    },
  ),
]
