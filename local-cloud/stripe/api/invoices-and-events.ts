import { z } from 'zod'
import { wire } from '../account.ts'
import { cardDeclined } from '../billing/cards.ts'
import { payingCard, payOpenInvoice } from '../billing/invoices.ts'
import * as p from './params.ts'
import { listPage, type Route, route, wireList } from './route.ts'
import { noSuch } from './stripe-error.ts'

export const invoiceRoutes: Route[] = [
  route(
    'GET',
    '/v1/invoices',
    z.strictObject({
      ...p.listParams,
      customer: p.text.optional(),
      status: z.enum(['draft', 'open', 'paid', 'void', 'uncollectible']).optional(),
      subscription: p.text.optional(),
    }),
    ({ account, params }) => {
      const invoices = account.store.list('invoice', {
        customer: params.customer,
        status: params.status,
        'parent.subscription_details.subscription': params.subscription,
      })
      return wireList(listPage('/v1/invoices', invoices, params))
    },
  ),

  route('GET', '/v1/invoices/:id', z.strictObject({}), ({ account, id }) =>
    wire(account.store.get('invoice', id)),
  ),

  route(
    'POST',
    '/v1/invoices/:id/pay',
    z.strictObject({ payment_method: p.text.optional(), ...p.ignored('off_session') }),
    ({ account, params, id }) => {
      const invoice = account.store.get('invoice', id)
      const subscription = account.store.get(
        'subscription',
        invoice.parent.subscription_details.subscription,
      )
      const method = params.payment_method
        ? account.store.get('payment_method', params.payment_method, 'payment_method')
        : payingCard(account, subscription)
      const paid = payOpenInvoice(account, invoice, method)
      return paid.status === 'open'
        ? cardDeclined(method?.local.declineCode ?? 'generic_decline')
        : wire(paid)
    },
  ),
]

export const eventRoutes: Route[] = [
  route(
    'GET',
    '/v1/events',
    z.strictObject({
      ...p.listParams,
      type: p.text.optional(),
      types: z.array(p.text).max(20).optional(),
    }),
    ({ account, params }) => {
      const types = params.type ? [params.type] : params.types
      return listPage('/v1/events', account.webhooks.events(types), params)
    },
  ),

  route('GET', '/v1/events/:id', z.strictObject({}), ({ account, id }) => {
    const event = account.webhooks.event(id)
    if (!event) throw noSuch('event', id)
    return event
  }),
]
