import { z } from 'zod'
import { type Account, emit, saveAndEmit, wire } from '../account.ts'
import { endSubscription } from '../billing/update-subscription.ts'
import { newId, randomText } from '../identifiers.ts'
import type { Customer } from '../wire-objects.ts'
import * as p from './params.ts'
import { listPage, type Route, route, wireList } from './route.ts'
import { noSuch } from './stripe-error.ts'

const writable = {
  description: p.clearableText.optional(),
  email: p.clearableText.optional(),
  metadata: p.metadata.optional(),
  name: p.clearableText.optional(),
  phone: p.clearableText.optional(),
  ...p.ignored('address', 'preferred_locales', 'shipping', 'tax', 'tax_exempt'),
}
const invoiceSettings = z.strictObject({ default_payment_method: p.clearableText.optional() })

export const customerRoutes: Route[] = [
  route('POST', '/v1/customers', z.strictObject(writable), ({ account, params }) =>
    wire(createCustomer(account, params)),
  ),

  route(
    'GET',
    '/v1/customers',
    z.strictObject({ ...p.listParams, email: p.text.optional() }),
    ({ account, params }) => {
      const customers = account.store.list('customer', { deleted: null, email: params.email })
      return wireList(listPage('/v1/customers', customers, params))
    },
  ),

  route('GET', '/v1/customers/:id', z.strictObject({}), ({ account, id }) => {
    const customer = account.store.get('customer', id)
    return customer.deleted ? deletedAnswer(id) : wire(customer)
  }),

  route(
    'POST',
    '/v1/customers/:id',
    z.strictObject({
      ...writable,
      balance: p.wholeNumber.optional(),
      invoice_settings: invoiceSettings.optional(),
    }),
    ({ account, params, id }) => {
      const before = liveCustomer(account, id)
      const method = params.invoice_settings?.default_payment_method
      if (method)
        account.store.get('payment_method', method, 'invoice_settings[default_payment_method]')
      const { description, email, name, phone, balance } = params
      const customer: Customer = {
        ...before,
        description: description === undefined ? before.description : description,
        email: email === undefined ? before.email : email,
        name: name === undefined ? before.name : name,
        phone: phone === undefined ? before.phone : phone,
        balance: balance ?? before.balance,
        metadata: p.changedMetadata(before.metadata, params.metadata),
        invoice_settings:
          method === undefined ? before.invoice_settings : { default_payment_method: method },
      }
      return wire(saveAndEmit(account, 'customer.updated', customer, before))
    },
  ),

  route('DELETE', '/v1/customers/:id', z.strictObject({}), ({ account, id }) => {
    const customer = liveCustomer(account, id)
    for (const subscription of account.store.list('subscription', { customer: id })) {
      const over =
        subscription.status === 'canceled' || subscription.status === 'incomplete_expired'
      if (!over) endSubscription(account, subscription, 'cancellation_requested')
    }
    account.store.save({ ...customer, deleted: true as const })
    emit(account, 'customer.deleted', customer)
    return deletedAnswer(id)
  }),
]

export function createCustomer(
  account: Account,
  wanted: {
    description?: string | null
    email?: string | null
    metadata?: z.output<typeof p.metadata>
    name?: string | null
    phone?: string | null
  },
): Customer {
  const customer = account.store.save<Customer>({
    id: newId('cus', 14),
    object: 'customer',
    balance: 0,
    created: account.now(),
    currency: null,
    delinquent: false,
    description: wanted.description ?? null,
    email: wanted.email ?? null,
    invoice_prefix: randomText(8).toUpperCase(),
    invoice_settings: { default_payment_method: null },
    livemode: false,
    metadata: p.changedMetadata({}, wanted.metadata),
    name: wanted.name ?? null,
    next_invoice_sequence: 1,
    phone: wanted.phone ?? null,
    tax_exempt: 'none',
  })
  emit(account, 'customer.created', customer)
  return customer
}

/** A customer that exists and was not deleted. */
export function liveCustomer(account: Account, id: string, param?: string): Customer {
  const customer = account.store.get('customer', id, param)
  if (customer.deleted) throw noSuch('customer', id, param)
  return customer
}

function deletedAnswer(id: string) {
  return { id, object: 'customer', deleted: true }
}
