/** A membership holds for one statement: the next one looks again. */
import { beforeEach, expect, test } from 'bun:test'
import { eq, type SQL, sql } from 'drizzle-orm'
import { asSystem, asUser } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { database } from '#/db/database.server.ts'
import { invitation, member, organizationProfile } from '#/db/schema/organizations.ts'
import { askProcedure } from './ask.ts'
import { given, inA } from './given.ts'
import { restoreWorld } from './restore-world.ts'
import { a, actors, b, memberships, secretOf } from './world.ts'

beforeEach(restoreWorld)

/** What a colleague does meanwhile: on a connection of the system's, or in its role. */
async function meanwhile(tx: Tx, statement: SQL) {
  const { client, system } = await database()
  if (client.kind === 'postgres') return system.execute(statement)
  // The embedded database has one session.
  await tx.execute(sql`set local role app_system`)
  await tx.execute(statement)
  await tx.execute(sql`set local role app_user`)
}

const profileOfB = (tx: Tx) =>
  tx
    .select({ about: organizationProfile.about })
    .from(organizationProfile)
    .where(eq(organizationProfile.organizationId, b.id))

test('who is removed while their transaction is open is refused by its next statement', async () => {
  await asUser(actors.both, async (tx) => {
    expect(await profileOfB(tx)).toEqual([{ about: secretOf.b }])
    await meanwhile(tx, sql`delete from member where id = ${memberships.bothInB.id}`)
    expect(await profileOfB(tx)).toEqual([])
    const changed = await tx
      .update(organizationProfile)
      .set({ about: 'Mine' })
      .where(eq(organizationProfile.organizationId, b.id))
      .returning({ id: organizationProfile.organizationId })
    expect(changed).toEqual([])
    const adding = tx.execute(
      sql`insert into organization_profile (organization_id, about) values (${b.id}, 'Mine')`,
    )
    expect(await adding.catch((error: Error) => String(error.cause))).toContain(
      'row-level security',
    )
    throw undo
  }).catch(onlyUndo)
})

test('who is no longer an owner or admin sees no invitations from the next statement on', async () => {
  const invitations = (tx: Tx) => tx.select({ id: invitation.id }).from(invitation)
  await asUser(actors.admin, async (tx) => {
    expect(await invitations(tx)).toHaveLength(1)
    await meanwhile(tx, sql`update member set role = 'member' where id = ${memberships.admin.id}`)
    expect(await invitations(tx)).toEqual([])
    throw undo
  }).catch(onlyUndo)
})

test('the request after the removal is answered as for a stranger', async () => {
  const read = () => askProcedure('member', 'organizations.members', inA(given.real))
  expect((await read()).status).toBe(200)
  await asSystem('test: remove a member', (tx) =>
    tx.delete(member).where(eq(member.id, memberships.member.id)),
  )
  expect(await read()).toEqual(
    await askProcedure('member', 'organizations.members', inA(given.absent)),
  )
})

test('in one organisation nobody works in the name of another: the name in the URL decides', async () => {
  const colleagues = (actor: typeof actors.both) =>
    asUser(actor, (tx) => tx.select({ id: member.id }).from(member).orderBy(member.id))
  const both = { userId: actors.both.userId, organizationId: a.id }
  const [inB, inA] = await Promise.all([colleagues(actors.both), colleagues(both)])
  const { bothInA, bothInB, rival, ...others } = memberships
  // The own memberships are seen from everywhere.
  expect(inB).toEqual([bothInA, bothInB, rival].map(({ id }) => ({ id })))
  expect(inA).toEqual([...Object.values(others), bothInA, bothInB].map(({ id }) => ({ id })))
})

const undo = new Error('nothing of this is kept')
const onlyUndo = (error: unknown) => {
  if (error !== undo) throw error
}
