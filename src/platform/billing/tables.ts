import { sql } from 'drizzle-orm'
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import { mayRead, me, myOrganization, systemPolicy } from '#/db/schema/access.ts'
import { createdAt, moment } from '#/db/schema/columns.ts'

/**
 * A copy of what Stripe says; platform/billing/copy-subscription.server.ts writes it. referenceId is
 * the id of the person or of the organisation that pays. A row begins with the checkout, as
 * `incomplete`, and is kept after the end: it remembers that the trial was used.
 */
export const subscription = pgTable(
  'subscription',
  {
    id: text().primaryKey(),
    plan: text().notNull(),
    referenceId: text().notNull(),
    stripeCustomerId: text(),
    stripeSubscriptionId: text(),
    stripeScheduleId: text(),
    status: text().notNull().default('incomplete'),
    periodStart: moment(),
    periodEnd: moment(),
    trialStart: moment(),
    trialEnd: moment(),
    cancelAtPeriodEnd: boolean().default(false),
    cancelAt: moment(),
    canceledAt: moment(),
    endedAt: moment(),
    seats: integer(),
    billingInterval: text(),
    /** What a period costs, in the smallest unit; who subscribed before a price changed keeps theirs. */
    amount: integer(),
    currency: text(),
    /** When Stripe was asked for what stands here: an answer to an earlier question is not written. */
    copiedAt: moment(),
  },
  (t) => [
    index().on(t.referenceId),
    unique().on(t.stripeSubscriptionId),
    index().on(t.stripeCustomerId),
    systemPolicy('subscription'),
    mayRead(
      'subscription_payer',
      sql`${t.referenceId} = ${me} or ${t.referenceId} = ${myOrganization('owner', 'admin')}`,
    ),
  ],
)

/** Every webhook event that arrived, before it is applied; the id makes a second delivery a no-op. */
export const stripeEvent = pgTable(
  'stripe_event',
  {
    id: text().primaryKey(),
    type: text().notNull(),
    /** Id and kind of what the event is about. */
    payload: jsonb().notNull(),
    receivedAt: createdAt(),
    appliedAt: moment(),
  },
  (t) => [index().on(t.receivedAt), systemPolicy('stripe_event')],
)

/**
 * How much of a limit is used in its current period. One row is locked and compared in one statement,
 * so that requests at the same moment cannot all take the last one. Only the system counts, and only
 * what has been authorised asks it: neither a person nor a tenant may write their own usage.
 */
export const usageCounter = pgTable(
  'usage_counter',
  {
    /** `user:<id>`, `organization:<id>`, `visitor:<id>` or `job:<id>`. */
    subject: text().notNull(),
    metric: text().notNull(),
    used: integer().notNull(),
    /** The period, in which it is counted, is over. */
    endsAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.subject, t.metric] }),
    index().on(t.endsAt),
    systemPolicy('usage_counter'),
  ],
)
