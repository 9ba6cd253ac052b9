/** The local Stripe with its prices, whose events a test delivers itself, and buyers at its pages. */
import { createRouterClient } from '@orpc/server'
import { auth } from '#/auth/auth.server.ts'
import { stripe } from '#/adapters/stripe.server.ts'
import { env } from '#/env.server.ts'
import { router } from '#/rpc/router.server.ts'
import { createStripePrices } from '../scripts/create-stripe-prices.ts'
import { testStripe } from './local-services.ts'
import type { Person } from './people.ts'
import { cookieOf } from './sessions.ts'

let opened: ReturnType<typeof open> | undefined
export const openShop = () => (opened ??= open())

async function open() {
  const local = await testStripe()
  await createStripePrices(stripe)
  return local
}

/** The procedures as this person calls them from a browser: with a session that is looked up. */
export async function signedInAs(person: Person) {
  const headers = new Headers({ cookie: await cookieOf(person) })
  const session = await (await auth()).api.getSession({ headers })
  return createRouterClient(router, {
    context: {
      headers,
      requestId: 'test',
      session: async () => session,
      visitorId: null,
      responseHeaders: new Headers(),
    },
  })
}

const post = (page: string, fields: Record<string, string>) =>
  fetch(page, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })

export const cards = {
  works: '4242 4242 4242 4242',
  declined: '4000 0000 0000 0002',
  failsLater: '4000 0000 0000 0341',
}

/** Fills in the card on the hosted checkout and presses the button. */
export const pay = (page: string, card: keyof typeof cards = 'works') =>
  post(page, { number: cards[card], expiry: '12 / 34', cvc: '123' })

/** Presses the button of the portal's cancellation step. */
export async function cancelAt(page: string) {
  const step = await fetch(page)
  return post(step.url, {})
}

/** Presses the button of the portal's step that changes the price. */
export async function confirmAt(page: string) {
  const step = await fetch(page)
  const price = new URL(step.url).searchParams.get('price') ?? ''
  return post(step.url, { price, quantity: '1' })
}

/** The ids of all events so far, the oldest first. */
export async function eventIds(): Promise<string[]> {
  const local = await openShop()
  const deliveries = local.deliveries({ limit: 10_000 })
  return [...new Set(deliveries.map(({ eventId }) => eventId).toReversed())]
}

type Tampering = { secret?: string; timestamp?: number; body?: (payload: string) => string }

/** Sends one event to the real endpoint, signed as Stripe signs. */
export async function deliver(eventId: string, tampering: Tampering = {}): Promise<Response> {
  const local = await openShop()
  const payload = local.payload(eventId)
  if (!payload) throw new Error(`There is no event ${eventId}.`)
  return deliverPayload(payload, tampering)
}

export async function deliverPayload(
  payload: string,
  { secret = env.STRIPE_WEBHOOK_SECRET, timestamp, body = (given) => given }: Tampering = {},
): Promise<Response> {
  const signature = await stripe.webhooks.generateTestHeaderStringAsync({
    payload,
    secret,
    timestamp,
  })
  const request = new Request(`${env.APP_URL}/api/auth/stripe/webhook`, {
    method: 'POST',
    headers: { 'stripe-signature': signature },
    body: body(payload),
  })
  return (await auth()).handler(request)
}

const delivered = new Set<string>()

/** Everything that happened since the last call, in order; returns the ids. */
export async function deliverNews(): Promise<string[]> {
  const news = (await eventIds()).filter((id) => !delivered.has(id))
  for (const id of news) {
    const answer = await deliver(id)
    if (!answer.ok) throw new Error(`The webhook answered ${answer.status} to ${id}.`)
    delivered.add(id)
  }
  return news
}
