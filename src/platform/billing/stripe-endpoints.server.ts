import { HIDE_METADATA } from 'better-auth'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { z } from 'zod'
import { stripe } from '#/adapters/stripe.server.ts'
import { safeRedirect } from '#/auth/safe-redirect.ts'
import { env } from '#/env.server.ts'
import { log } from '#/observability/log.server.ts'
import { applyStripeEvent } from './apply-stripe-event.server.ts'
import { copySubscription } from './copy-subscription.server.ts'

/**
 * POST /api/auth/stripe/webhook. Answers 400 to what Stripe did not sign within the last five
 * minutes, and 503 when the event could not be applied, so that Stripe sends it again.
 */
export const receiveStripeEvent = createAuthEndpoint(
  '/stripe/webhook',
  { method: 'POST', metadata: { ...HIDE_METADATA }, cloneRequest: true, disableBody: true },
  async ({ request, json }) => {
    const event = await signedEvent(request)
    try {
      await applyStripeEvent(event)
    } catch (error) {
      log.error({ part: 'billing', event: event.id, type: event.type, err: error }, 'not applied')
      throw new APIError('SERVICE_UNAVAILABLE', { code: 'EVENT_NOT_APPLIED' })
    }
    return json({ received: true })
  },
)

async function signedEvent(request: Request | undefined) {
  const signature = request?.headers.get('stripe-signature')
  if (!request || !signature) throw new APIError('BAD_REQUEST', { code: 'SIGNATURE_MISSING' })
  const body = await request.text()
  try {
    return await stripe.webhooks.constructEventAsync(body, signature, env.STRIPE_WEBHOOK_SECRET)
  } catch {
    throw new APIError('BAD_REQUEST', { code: 'SIGNATURE_INVALID' })
  }
}

/**
 * GET /api/auth/subscription/success: where the payment page leads back to. It asks Stripe itself,
 * because a browser is often faster than the webhook; when that fails the webhook tells.
 */
export const returnFromCheckout = createAuthEndpoint(
  '/subscription/success',
  {
    method: 'GET',
    query: z.object({ callbackURL: z.string(), checkoutSessionId: z.string().max(200).optional() }),
  },
  async ({ query: { callbackURL, checkoutSessionId }, redirect }) => {
    try {
      if (checkoutSessionId) {
        const session = await stripe.checkout.sessions.retrieve(checkoutSessionId)
        const bought = session.subscription
        if (bought) await copySubscription(typeof bought === 'string' ? bought : bought.id)
      }
    } catch (error) {
      log.warn({ part: 'billing', err: error }, 'the checkout could not be looked up')
    }
    const path = callbackURL.startsWith(env.APP_URL) ? callbackURL.slice(env.APP_URL.length) : ''
    throw redirect(env.APP_URL + safeRedirect(path, '/billing'))
  },
)
