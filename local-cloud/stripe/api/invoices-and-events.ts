import { z } from 'zod'
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
