import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { mayRead, me, myOrganization, systemPolicy } from './access.ts'
import { createdAt, moment } from './columns.ts'

/**
 * A copy of what Stripe says, written by the auth engine's Stripe plugin. referenceId is the id of
 * the person or of the organisation that pays.
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
  },
  (t) => [
    index().on(t.referenceId),
    index().on(t.stripeSubscriptionId),
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
    payload: jsonb().notNull(),
    receivedAt: createdAt(),
    appliedAt: moment(),
  },
  (t) => [index().on(t.receivedAt), systemPolicy('stripe_event')],
)
