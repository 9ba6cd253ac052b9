import { z } from 'zod'
import { emit, wire } from '../account.ts'
import { newId } from '../identifiers.ts'
import type { Product } from '../wire-objects.ts'
import * as p from './params.ts'
import { type Route, route } from './route.ts'
import { StripeError } from './stripe-error.ts'

const features = z.union([
  z.literal('').transform(() => []),
  z.array(z.strictObject({ name: p.text })).max(15),
])

const writable = {
  active: p.flag.optional(),
  description: p.clearableText.optional(),
  images: z.array(p.text).max(8).optional(),
  marketing_features: features.optional(),
  metadata: p.metadata.optional(),
  ...p.ignored('shippable', 'statement_descriptor', 'tax_code', 'unit_label', 'url'),
}

export const productRoutes: Route[] = [
  route(
    'POST',
    '/v1/products',
    z.strictObject({ ...writable, id: p.text.optional(), name: p.text }),
    ({ account, params }) => {
      if (params.id && account.store.find('product', params.id)) {
        throw new StripeError(400, `Product already exists.`, {
          code: 'resource_already_exists',
          param: 'id',
        })
      }
      const product = account.store.save<Product>({
        id: params.id ?? newId('prod', 14),
        object: 'product',
        active: params.active ?? true,
        created: account.now(),
        default_price: null,
        description: params.description ?? null,
        images: params.images ?? [],
        livemode: false,
        marketing_features: params.marketing_features ?? [],
        metadata: p.changedMetadata({}, params.metadata),
        name: params.name,
        type: 'service',
        updated: account.now(),
      })
      emit(account, 'product.created', product)
      return wire(product)
    },
  ),
]
