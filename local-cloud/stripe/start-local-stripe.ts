import type { Account } from './account.ts'
import { answerApi } from './api/api.ts'
import { IdempotencyKeys } from './api/idempotency.ts'
import { catchUp, endPeriod } from './billing/billing-cycle.ts'
import {
  type CustomerView,
  customerViews,
  type InvoiceView,
  invoiceViews,
  type SubscriptionView,
  subscriptionView,
  subscriptionViews,
} from './console-view.ts'
import { answerPage } from './pages/answer-page.tsx'
import { Store } from './store.ts'
import { type Delivery, WebhookLog } from './webhooks/webhook-log.ts'
import { WebhookSender } from './webhooks/webhook-sender.ts'

export interface LocalStripeOptions {
  /** 0 takes a free one. */
  port: number
  /** Holds the SQLite file with everything that this server remembers. */
  dataDir: string
  webhookUrl: string
  webhookSecret: string
  secretKey: string
  /** The shop's name on the pages: "Back to Shop". The host of the shop's address unless given. */
  shopName?: string
  /** An endpoint that has not answered by then has failed; 10 s unless given. */
  webhookTimeoutMs?: number
}

export interface LocalStripe {
  name: 'Stripe'
  url: string
  port: number
  stop(): Promise<void>
  /** Newest first, as are all lists. */
  customers(): CustomerView[]
  subscriptions(): SubscriptionView[]
  invoices(): InvoiceView[]
  deliveries(query: { limit: number }): Delivery[]
  /** The JSON that was or will be sent. */
  payload(eventId: string): string | undefined
  /** Sends an event once more, now; resolves when the endpoint has answered. Throws for an unknown id. */
  resend(deliveryOrEventId: string): Promise<Delivery>
  /**
   * Ends the subscription's trial or period now: it renews with an invoice, ends when it
   * was set to, and when past due is charged again. Throws when it is unknown or over.
   */
  advance(subscriptionId: string): SubscriptionView
}

const dueCheckMs = 30_000

/**
 * A server that speaks the part of Stripe's API that a subscription business uses,
 * with hosted checkout, billing portal and signed webhooks. Rejects with an Error
 * that names the port when it is taken.
 */
export async function startLocalStripe(options: LocalStripeOptions): Promise<LocalStripe> {
  const store = new Store(options.dataDir)
  const webhooks = new WebhookLog(store.database)
  const keys = new IdempotencyKeys(store.database)
  const account: Account = {
    store,
    webhooks,
    url: '',
    now: () => Math.floor(Date.now() / 1_000),
  }
  const sender = new WebhookSender({
    log: webhooks,
    url: options.webhookUrl,
    secret: options.webhookSecret,
    attemptTimeoutMs: options.webhookTimeoutMs ?? 10_000,
  })
  const server = listen(options.port, store, async (request) => {
    const isApi = new URL(request.url).pathname.startsWith('/v1/')
    const response = isApi
      ? await answerApi({ account, secretKey: options.secretKey, keys }, request)
      : await answerPage(account, request, options.shopName)
    sender.wake()
    return response
  })
  account.url = `http://127.0.0.1:${server.port}`

  const checkDue = () => {
    catchUp(account)
    sender.wake()
  }
  const due = setInterval(checkDue, dueCheckMs)
  checkDue()

  return {
    name: 'Stripe',
    url: account.url,
    port: server.port ?? options.port,
    async stop() {
      clearInterval(due)
      await server.stop(true)
      await sender.stop()
      store.close()
    },
    customers: () => customerViews(account),
    subscriptions: () => subscriptionViews(account),
    invoices: () => invoiceViews(account),
    deliveries: ({ limit }) => webhooks.deliveries(limit),
    payload: (eventId) => webhooks.payload(eventId),
    async resend(id) {
      const delivery = webhooks.find(id)
      if (!delivery) throw new Error(`There is no webhook delivery or event ${id}.`)
      return sender.resend(delivery)
    },
    advance(id) {
      const advanced = store.atomically(() =>
        endPeriod(account, store.get('subscription', id), account.now()),
      )
      sender.wake()
      return subscriptionView(account, advanced)
    },
  }
}

function listen(
  port: number,
  store: Store,
  fetch: (request: Request) => Promise<Response>,
): Bun.Server<undefined> {
  try {
    return Bun.serve({ port, hostname: '127.0.0.1', fetch })
  } catch (error) {
    store.close()
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    throw new Error(
      `Port ${port}, where the local Stripe should listen, is taken. Stop what uses it, or set LOCAL_STRIPE_PORT to a free port.`,
      { cause: error },
    )
  }
}
