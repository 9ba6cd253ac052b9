import { z } from 'zod'
import { type Account, emit, saveAndEmit, wire } from '../account.ts'
import { newId } from '../identifiers.ts'
import type { Price } from '../wire-objects.ts'
import * as p from './params.ts'
import { listPage, type Route, route, wireList } from './route.ts'
import { StripeError } from './stripe-error.ts'

const interval = z.enum(['day', 'week', 'month', 'year'])

const writable = {
  active: p.flag.optional(),
  lookup_key: p.clearableText.optional(),
  metadata: p.metadata.optional(),
  nickname: p.clearableText.optional(),
  transfer_lookup_key: p.flag.optional(),
  ...p.ignored('tax_behavior'),
}

export const priceRoutes: Route[] = [
  route(
    'POST',
    '/v1/prices',
    z.strictObject({
      ...writable,
      currency: z
        .string()
        .regex(/^[a-z]{3}$/i)
        .toLowerCase(),
      product: p.text,
      recurring: z
        .strictObject({
          interval,
          interval_count: p.positiveNumber.optional(),
          usage_type: z.enum(['licensed']).optional(),
        })
        .optional(),
      unit_amount: p.wholeNumber.refine((amount) => amount >= 0),
    }),
    ({ account, params }) => {
      account.store.get('product', params.product, 'product')
      const lookupKey = params.lookup_key ?? null
      takeLookupKey(account, lookupKey, params.transfer_lookup_key ?? false)
      const price = account.store.save<Price>({
        id: newId('price'),
        object: 'price',
        active: params.active ?? true,
        billing_scheme: 'per_unit',
        created: account.now(),
        currency: params.currency,
        livemode: false,
        lookup_key: lookupKey,
        metadata: p.changedMetadata({}, params.metadata),
        nickname: params.nickname ?? null,
        product: params.product,
        recurring: params.recurring
          ? {
              interval: params.recurring.interval,
              interval_count: params.recurring.interval_count ?? 1,
              meter: null,
              trial_period_days: null,
              usage_type: 'licensed',
            }
          : null,
        tax_behavior: 'unspecified',
        tiers_mode: null,
        type: params.recurring ? 'recurring' : 'one_time',
        unit_amount: params.unit_amount,
        unit_amount_decimal: String(params.unit_amount),
      })
      emit(account, 'price.created', price)
      return wire(price)
    },
  ),

  route(
    'GET',
    '/v1/prices',
    z.strictObject({
      ...p.listParams,
      active: p.flag.optional(),
      currency: p.text.optional(),
      lookup_keys: z.array(p.text).max(10).optional(),
      product: p.text.optional(),
      recurring: z.strictObject({ interval: interval.optional() }).optional(),
      type: z.enum(['one_time', 'recurring']).optional(),
    }),
    ({ account, params }) => {
      const { active, currency, product, type } = params
      const prices = account.store
        .list('price', {
          active,
          currency,
          product,
          type,
          'recurring.interval': params.recurring?.interval,
        })
        .filter(
          ({ lookup_key }) =>
            !params.lookup_keys || (lookup_key && params.lookup_keys.includes(lookup_key)),
        )
      return wireList(listPage('/v1/prices', prices, params))
    },
  ),

  route('GET', '/v1/prices/:id', z.strictObject({}), ({ account, id }) =>
    wire(account.store.get('price', id)),
  ),

  route('POST', '/v1/prices/:id', z.strictObject(writable), ({ account, params, id }) => {
    const before = account.store.get('price', id)
    if (params.lookup_key && params.lookup_key !== before.lookup_key) {
      takeLookupKey(account, params.lookup_key, params.transfer_lookup_key ?? false)
    }
    const price: Price = {
      ...before,
      active: params.active ?? before.active,
      lookup_key: params.lookup_key === undefined ? before.lookup_key : params.lookup_key,
      metadata: p.changedMetadata(before.metadata, params.metadata),
      nickname: params.nickname === undefined ? before.nickname : params.nickname,
    }
    return wire(saveAndEmit(account, 'price.updated', price, before))
  }),
]

function takeLookupKey(account: Account, key: string | null, transfer: boolean): void {
  if (!key) return
  const [holder] = account.store.list('price', { lookup_key: key })
  if (!holder) return
  if (!transfer) {
    throw new StripeError(
      400,
      `A price (\`${holder.id}\`) already uses that lookup key. To transfer it, set \`transfer_lookup_key=true\`.`,
      { param: 'lookup_key' },
    )
  }
  saveAndEmit(account, 'price.updated', { ...holder, lookup_key: null }, holder)
}
