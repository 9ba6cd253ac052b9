import { count, desc, eq, sql } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { subscription } from '#/platform/billing/tables.ts'
import { user } from '#/db/schema/identity.ts'
import { organization } from '#/db/schema/organizations.ts'
import type { ListInput, SubscriptionRow } from './contract.ts'
import { contains, window } from './list-page.server.ts'

export const subscriptionColumns = {
  id: subscription.id,
  plan: subscription.plan,
  status: subscription.status,
  seats: subscription.seats,
  periodEnd: subscription.periodEnd,
  endsAt: sql<Date | null>`coalesce(${subscription.cancelAt},
    case when ${subscription.cancelAtPeriodEnd} then ${subscription.periodEnd} end)`.mapWith(
    subscription.cancelAt,
  ),
}

/** What ends last comes first; then what never began. */
export const listSubscriptions = (input: ListInput) =>
  asSystem('admin: list subscriptions', async (tx) => {
    const found = contains(
      [user.name, user.email, organization.name, organization.slug, subscription.plan],
      input.search,
    )
    const { limit, offset } = window(input)
    const listed = await tx
      .select({
        subscription: subscriptionColumns,
        person: { id: user.id, name: user.name },
        organization: { slug: organization.slug, name: organization.name },
      })
      .from(subscription)
      .leftJoin(user, eq(user.id, subscription.referenceId))
      .leftJoin(organization, eq(organization.id, subscription.referenceId))
      .where(found)
      .orderBy(sql`${subscription.periodEnd} desc nulls last`, desc(subscription.id))
      .limit(limit)
      .offset(offset)
    const [all] = await tx
      .select({ total: count() })
      .from(subscription)
      .leftJoin(user, eq(user.id, subscription.referenceId))
      .leftJoin(organization, eq(organization.id, subscription.referenceId))
      .where(found)
    const rows = listed.map((row) => ({ ...row.subscription, payer: payerOf(row) }))
    return { rows, total: all?.total ?? 0, page: input.page }
  })

function payerOf(row: {
  person: { id: string; name: string } | null
  organization: { slug: string; name: string } | null
}): SubscriptionRow['payer'] {
  if (row.person) return { kind: 'person', ...row.person }
  if (row.organization) return { kind: 'organization', ...row.organization }
  return { kind: 'gone' }
}
