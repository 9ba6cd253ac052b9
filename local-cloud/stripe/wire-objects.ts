/**
 * The objects as they travel, in the shapes of Stripe's API version 2026-08-26.dahlia,
 * reduced to the fields that a subscription business reads.
 * Source: https://docs.stripe.com/api. Times are Unix seconds, amounts the currency's
 * smallest unit. What only this server knows is in `local` and never sent.
 */
export const apiVersion = '2026-08-26.dahlia'

export type Metadata = Record<string, string>

export interface List<Item> {
  object: 'list'
  url: string
  has_more: boolean
  data: Item[]
}

export interface Customer {
  id: string
  object: 'customer'
  balance: number
  created: number
  currency: string | null
  delinquent: boolean
  description: string | null
  email: string | null
  invoice_prefix: string
  invoice_settings: { default_payment_method: string | null }
  livemode: false
  metadata: Metadata
  name: string | null
  next_invoice_sequence: number
  phone: string | null
  tax_exempt: 'none'
  deleted?: true
}

export interface Product {
  id: string
  object: 'product'
  active: boolean
  created: number
  default_price: string | null
  description: string | null
  images: string[]
  livemode: false
  marketing_features: { name: string }[]
  metadata: Metadata
  name: string
  type: 'service'
  updated: number
}

export type Interval = 'day' | 'week' | 'month' | 'year'

export interface Recurring {
  interval: Interval
  interval_count: number
  meter: null
  trial_period_days: null
  usage_type: 'licensed'
}

export interface Price {
  id: string
  object: 'price'
  active: boolean
  billing_scheme: 'per_unit'
  created: number
  currency: string
  livemode: false
  lookup_key: string | null
  metadata: Metadata
  nickname: string | null
  product: string
  recurring: Recurring | null
  tax_behavior: 'unspecified'
  tiers_mode: null
  type: 'recurring' | 'one_time'
  unit_amount: number
  unit_amount_decimal: string
}

export interface RecurringPrice extends Price {
  recurring: Recurring
}

export interface PaymentMethod {
  id: string
  object: 'payment_method'
  billing_details: { email: string | null; name: string | null }
  card: { brand: string; last4: string; exp_month: number; exp_year: number; fingerprint: string }
  created: number
  customer: string | null
  livemode: false
  metadata: Metadata
  type: 'card'
  local: { declineCode: string | null }
}

export interface SubscriptionItem {
  id: string
  object: 'subscription_item'
  created: number
  current_period_end: number
  current_period_start: number
  metadata: Metadata
  price: RecurringPrice
  quantity: number
  subscription: string
}

export type SubscriptionStatus =
  | 'active'
  | 'trialing'
  | 'past_due'
  | 'incomplete'
  | 'incomplete_expired'
  | 'canceled'

export interface Subscription {
  id: string
  object: 'subscription'
  billing_cycle_anchor: number
  billing_mode: { type: 'flexible' }
  cancel_at: number | null
  cancel_at_period_end: boolean
  canceled_at: number | null
  cancellation_details: { comment: string | null; feedback: string | null; reason: string | null }
  collection_method: 'charge_automatically'
  created: number
  currency: string
  customer: string
  default_payment_method: string | null
  description: string | null
  ended_at: number | null
  items: List<SubscriptionItem>
  latest_invoice: string | null
  livemode: false
  metadata: Metadata
  schedule: null
  start_date: number
  status: SubscriptionStatus
  trial_end: number | null
  trial_start: number | null
  local: {
    /** Prorations that the next invoice will carry. */
    pendingLines: InvoiceLine[]
    trialEndAnnounced: boolean
  }
}

export interface InvoiceLine {
  id: string
  object: 'line_item'
  amount: number
  currency: string
  description: string
  invoice: string | null
  livemode: false
  metadata: Metadata
  parent: {
    type: 'subscription_item_details'
    subscription_item_details: {
      proration: boolean
      subscription: string
      subscription_item: string
    }
  }
  period: { start: number; end: number }
  pricing: {
    type: 'price_details'
    price_details: { price: string; product: string }
    unit_amount_decimal: string | null
  }
  quantity: number
  subscription: string
  subtotal: number
}

export type BillingReason =
  | 'subscription_create'
  | 'subscription_cycle'
  | 'subscription_update'
  | 'upcoming'

export interface Invoice {
  id: string
  object: 'invoice'
  amount_due: number
  amount_paid: number
  amount_remaining: number
  attempt_count: number
  attempted: boolean
  billing_reason: BillingReason
  collection_method: 'charge_automatically'
  created: number
  currency: string
  customer: string
  customer_email: string | null
  customer_name: string | null
  default_payment_method: string | null
  due_date: null
  ending_balance: number | null
  hosted_invoice_url: string | null
  invoice_pdf: null
  lines: List<InvoiceLine>
  livemode: false
  metadata: Metadata
  next_payment_attempt: number | null
  number: string | null
  parent: {
    type: 'subscription_details'
    subscription_details: { subscription: string; metadata: Metadata }
    quote_details: null
  }
  period_end: number
  period_start: number
  starting_balance: number
  status: 'draft' | 'open' | 'paid' | 'void' | 'uncollectible'
  status_transitions: {
    finalized_at: number | null
    marked_uncollectible_at: number | null
    paid_at: number | null
    voided_at: number | null
  }
  subtotal: number
  total: number
}

export interface CheckoutLine {
  price: string
  quantity: number
}

export interface CheckoutSession {
  id: string
  object: 'checkout.session'
  amount_subtotal: number
  amount_total: number
  cancel_url: string | null
  client_reference_id: string | null
  created: number
  currency: string
  customer: string | null
  customer_details: { email: string | null; name: string | null } | null
  customer_email: string | null
  expires_at: number
  invoice: string | null
  livemode: false
  locale: string | null
  metadata: Metadata
  mode: 'subscription'
  payment_method_collection: 'always' | 'if_required'
  payment_method_types: ['card']
  payment_status: 'unpaid' | 'paid' | 'no_payment_required'
  status: 'open' | 'complete' | 'expired'
  subscription: string | null
  success_url: string
  ui_mode: 'hosted_page'
  url: string | null
  local: {
    lines: CheckoutLine[]
    trialDays: number | null
    trialEnd: number | null
    subscriptionMetadata: Metadata
    description: string | null
  }
}

export type AfterCompletion =
  | { type: 'portal_homepage' }
  | { type: 'redirect'; redirect: { return_url: string } }
  | { type: 'hosted_confirmation'; hosted_confirmation: { custom_message: string | null } }

export interface PortalItemChange {
  id: string
  price: string
  quantity: number
}

export interface PortalFlow {
  type:
    | 'payment_method_update'
    | 'subscription_cancel'
    | 'subscription_update'
    | 'subscription_update_confirm'
  after_completion: AfterCompletion
  subscription_cancel: { subscription: string; retention: null } | null
  subscription_update: { subscription: string } | null
  subscription_update_confirm: {
    subscription: string
    items: PortalItemChange[]
    discounts: null
  } | null
}

export interface PortalSession {
  id: string
  object: 'billing_portal.session'
  configuration: string
  created: number
  customer: string
  flow: PortalFlow | null
  livemode: false
  locale: string | null
  on_behalf_of: null
  return_url: string | null
  url: string
}

export interface ObjectsByKind {
  customer: Customer
  product: Product
  price: Price
  payment_method: PaymentMethod
  subscription: Subscription
  invoice: Invoice
  'checkout.session': CheckoutSession
  'billing_portal.session': PortalSession
}

export type Kind = keyof ObjectsByKind
export type WireObject = ObjectsByKind[Kind]

export interface Event {
  id: string
  object: 'event'
  api_version: string
  created: number
  data: { object: Record<string, unknown>; previous_attributes?: Record<string, unknown> }
  livemode: false
  pending_webhooks: number
  request: { id: string | null; idempotency_key: string | null }
  type: string
}
