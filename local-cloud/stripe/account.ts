import type { WebhookLog } from './webhooks/webhook-log.ts'
import { newId } from './identifiers.ts'
import type { Store } from './store.ts'
import { apiVersion, type Event, type WireObject } from './wire-objects.ts'

/** The one Stripe account that this server plays: its objects, its events, its address. */
export interface Account {
  store: Store
  webhooks: WebhookLog
  /** Without a slash at the end. */
  url: string
  /** Unix seconds. */
  now(): number
}

/** The object as it may be sent. */
export function wire(object: WireObject): Record<string, unknown> {
  const { local: _, ...sent }: Record<string, unknown> = { ...object }
  return sent
}

/**
 * Writes an event and its delivery. `before` is the object as it was, from which
 * `previous_attributes` is made: only the fields that changed, with their old values.
 */
export function emit(account: Account, type: string, object: WireObject, before?: WireObject) {
  const now = wire(object)
  const previous = before ? changedAttributes(wire(before), now) : undefined
  const event: Event = {
    id: newId('evt'),
    object: 'event',
    api_version: apiVersion,
    created: account.now(),
    data: { object: now, ...(previous ? { previous_attributes: previous } : {}) },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
  }
  account.webhooks.add(event, customerOf(object))
}

/** Saves the change and tells it, unless nothing changed. */
export function saveAndEmit<Saved extends WireObject>(
  account: Account,
  type: string,
  object: Saved,
  before: Saved,
): Saved {
  account.store.save(object)
  if (!Bun.deepEquals(wire(object), wire(before))) emit(account, type, object, before)
  return object
}

function changedAttributes(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(before).filter(([name, value]) => !Bun.deepEquals(value, after[name])),
  )
}

function customerOf(object: WireObject): string {
  if (object.object === 'customer') return object.id
  return ('customer' in object && object.customer) || object.id
}
