import { count, desc, sql } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { user } from '#/db/schema/identity.ts'
import type { ListInput, UserRow } from './contract.ts'
import { contains, window } from './list-page.server.ts'

/** A suspension whose end has passed no longer counts, though the engine has not noticed yet. */
const state = sql<UserRow['state']>`case
  when ${user.banned} and (${user.banExpires} is null or ${user.banExpires} > now()) then 'suspended'
  when ${user.emailVerified} then 'active' else 'unconfirmed' end`

export const userColumns = {
  id: user.id,
  name: user.name,
  email: user.email,
  role: sql<UserRow['role']>`case when ${user.role} = 'admin' then 'admin' else 'user' end`,
  state,
  createdAt: user.createdAt,
}

/** Newest first. */
export const listUsers = (input: ListInput) =>
  asSystem('admin: list users', async (tx) => {
    const found = contains([user.name, user.email], input.search)
    const { limit, offset } = window(input)
    const rows = await tx
      .select(userColumns)
      .from(user)
      .where(found)
      .orderBy(desc(user.createdAt), desc(user.id))
      .limit(limit)
      .offset(offset)
    const [all] = await tx.select({ total: count() }).from(user).where(found)
    return { rows, total: all?.total ?? 0, page: input.page }
  })
