import { timingSafeEqual } from 'node:crypto'
import type { Account } from '../account.ts'
import { newId } from '../identifiers.ts'
import { boundedText } from '../request-body.ts'
import { apiVersion } from '../wire-objects.ts'
import { checkoutSessionRoutes } from './checkout-sessions.ts'
import { customerRoutes } from './customers.ts'
import { expand } from './expand.ts'
import { decodeForm } from './form-encoding.ts'
import type { Answer, IdempotencyKeys } from './idempotency.ts'
import { eventRoutes, invoiceRoutes } from './invoices-and-events.ts'
import { paymentMethodRoutes } from './payment-methods.ts'
import { portalSessionRoutes } from './portal-sessions.ts'
import { priceRoutes } from './prices.ts'
import { productRoutes } from './products.ts'
import type { Route } from './route.ts'
import { StripeError } from './stripe-error.ts'
import { subscriptionRoutes } from './subscriptions.ts'

const routes = [
  ...customerRoutes,
  ...productRoutes,
  ...priceRoutes,
  ...checkoutSessionRoutes,
  ...subscriptionRoutes,
  ...portalSessionRoutes,
  ...invoiceRoutes,
  ...paymentMethodRoutes,
  ...eventRoutes,
].map((route) => ({ ...route, pattern: route.path.split('/') }))

interface Api {
  account: Account
  secretKey: string
  keys: IdempotencyKeys
}

/** Answers one request below /v1. */
export async function answerApi(api: Api, request: Request): Promise<Response> {
  const headers: Record<string, string> = {
    'cache-control': 'no-cache, no-store',
    'content-type': 'application/json',
    'request-id': newId('req', 14),
    'stripe-version': request.headers.get('stripe-version') ?? apiVersion,
  }
  try {
    authenticate(request, api.secretKey)
    const url = new URL(request.url)
    const method = request.method
    const encoded = method === 'POST' ? await boundedText(request) : url.search.slice(1)
    const key = method === 'POST' ? request.headers.get('idempotency-key') : null
    if (!key) return respond(run(api, method, url.pathname, encoded), headers)
    if (key.length > 255) {
      throw new StripeError(400, 'Idempotency keys may be at most 255 characters long.')
    }
    const identity = `${method} ${url.pathname}\n${encoded}`
    const earlier = api.keys.recall(key, identity)
    if (earlier) {
      return respond(earlier, { ...headers, 'idempotency-key': key, 'idempotent-replayed': 'true' })
    }
    // An answer is remembered in the transaction that makes it, or a crash between would repeat it.
    const answer = api.account.store.atomically(() => {
      const made = run(api, method, url.pathname, encoded)
      api.keys.remember(key, identity, made)
      return made
    })
    return respond(answer, { ...headers, 'idempotency-key': key })
  } catch (error) {
    return respond(failure(error), headers)
  }
}

function run({ account }: Api, method: string, path: string, encoded: string): Answer {
  const [route, id] = findRoute(method, path)
  const { expand: paths, ...form } = decodeForm(encoded)
  return account.store.atomically(() => {
    const result = route.run(account, form, id)
    if (result instanceof StripeError) return errorAnswer(result)
    return { status: 200, body: JSON.stringify(expand(account, result, paths), null, 2) }
  })
}

function findRoute(method: string, path: string): [Route, string] {
  const parts = path.split('/')
  for (const route of routes) {
    const { pattern } = route
    if (route.method !== method || pattern.length !== parts.length) continue
    if (!pattern.every((name, index) => name === ':id' || name === parts[index])) continue
    return [route, decodeURIComponent(parts[pattern.indexOf(':id')] ?? '')]
  }
  throw new StripeError(
    404,
    `Unrecognized request URL (${method}: ${path}). The local Stripe does not have this endpoint; see https://docs.stripe.com/api for what the real one has.`,
  )
}

function authenticate(request: Request, secretKey: string): void {
  const [scheme = '', credentials = ''] = request.headers.get('authorization')?.split(' ') ?? []
  const given =
    scheme.toLowerCase() === 'basic'
      ? Buffer.from(credentials, 'base64').toString().split(':')[0]
      : credentials
  if (!given) {
    throw new StripeError(
      401,
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    )
  }
  const [a, b] = [Buffer.from(given), Buffer.from(secretKey)]
  if (a.length === b.length && timingSafeEqual(a, b)) return
  const shown = given.length > 12 ? `${given.slice(0, 8)}****${given.slice(-4)}` : '****'
  throw new StripeError(401, `Invalid API Key provided: ${shown}`)
}

function respond({ status, body }: Answer, headers: Record<string, string>): Response {
  return new Response(body, { status, headers })
}

function errorAnswer(error: StripeError): Answer {
  return { status: error.status, body: JSON.stringify(error.body(), null, 2) }
}

function failure(error: unknown): Answer {
  if (error instanceof StripeError) return errorAnswer(error)
  if (error instanceof URIError) return errorAnswer(new StripeError(400, 'Malformed address.'))
  console.error('Local Stripe:', error)
  return errorAnswer(
    new StripeError(500, 'The local Stripe failed on this request.', { type: 'api_error' }),
  )
}
