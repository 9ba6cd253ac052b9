import { and, count, desc, inArray, sql } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { subscription } from '#/platform/billing/tables.ts'
import { member, organization } from '#/db/schema/organizations.ts'
import { paidStatuses } from '#/platform/billing/read-subscriptions.server.ts'
import { readNumbers, readPages } from '#/platform/organizations/organization-numbers.server.ts'
import type { ListInput } from './contract.ts'
import { contains, window } from './list-page.server.ts'

/** Newest first. */
export const listOrganizations = (input: ListInput) =>
  asSystem('admin: list organisations', async (tx) => {
    const found = contains([organization.name, organization.slug], input.search)
    const { limit, offset } = window(input)
    const listed = await tx
      .select({
        id: organization.id,
        name: organization.name,
        slug: organization.slug,
        createdAt: organization.createdAt,
      })
      .from(organization)
      .where(found)
      .orderBy(desc(organization.createdAt), desc(organization.id))
      .limit(limit)
      .offset(offset)
    const [all] = await tx.select({ total: count() }).from(organization).where(found)

    const ids = listed.map(({ id }) => id)
    const members = await tx
      .select({ id: member.organizationId, count: count() })
      .from(member)
      .where(inArray(member.organizationId, ids))
      .groupBy(member.organizationId)
    const numbers = await readNumbers(tx, ids, ({ column }) => column !== undefined)
    const pages = await readPages(tx, ids)
    const paid = await tx
      .select({ id: subscription.referenceId, plan: sql<string>`max(${subscription.plan})` })
      .from(subscription)
      .where(
        and(inArray(subscription.referenceId, ids), inArray(subscription.status, paidStatuses)),
      )
      .groupBy(subscription.referenceId)

    const of = <Row extends { id: string }>(rows: Row[], id: string) =>
      rows.find((row) => row.id === id)
    const rows = listed.map((row) => ({
      ...row,
      members: of(members, row.id)?.count ?? 0,
      numbers: numbers.get(row.id) ?? {},
      isPublic: pages.has(row.id),
      plan: of(paid, row.id)?.plan ?? null,
    }))
    return { rows, total: all?.total ?? 0, page: input.page }
  })
