/** A membership holds for one statement: the next one looks again. */
import { beforeEach, expect, test } from 'bun:test'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import { asSystem, asUser } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { database } from '#/db/database.server.ts'
import { job } from '#/db/schema/jobs.ts'
import { invitation, member } from '#/db/schema/organizations.ts'
import { askProcedure } from './ask.ts'
import { given } from './procedure-inputs.ts'
import { restoreWorld } from './restore-world.ts'
import { a, actors, ids, memberships } from './world.ts'

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

const draftOfA = (tx: Tx) =>
  tx
    .select({ id: job.id })
    .from(job)
    .where(and(eq(job.organizationId, a.id), eq(job.status, 'draft')))

test('who is removed while their transaction is open is refused by its next statement', async () => {
  await asUser(actors.member, async (tx) => {
    expect(await draftOfA(tx)).toEqual([{ id: ids.jobs.draft }])
    await meanwhile(tx, sql`delete from member where id = ${memberships.member.id}`)
    expect(await draftOfA(tx)).toEqual([])
    const changed = await tx
      .update(job)
      .set({ title: 'Mine' })
      .where(eq(job.id, ids.jobs.draft))
      .returning({ id: job.id })
    expect(changed).toEqual([])
    const adding = tx.execute(
      sql`insert into job (id, organization_id, slug, title, summary, description, location, country, workplace, employment_type)
        values (gen_random_uuid(), ${a.id}, 'x', 'x', 'x', 'x', 'x', 'DE', 'onsite', 'full_time')`,
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
    expect(await invitations(tx)).toEqual([{ id: ids.invitations.toA }])
    await meanwhile(tx, sql`update member set role = 'member' where id = ${memberships.admin.id}`)
    expect(await invitations(tx)).toEqual([])
    throw undo
  }).catch(onlyUndo)
})

test('the request after the removal is answered as for a stranger', async () => {
  const read = () => askProcedure('member', 'jobs.manage.list', { organizationSlug: a.slug })
  expect((await read()).status).toBe(200)
  await asSystem('test: remove a member', (tx) =>
    tx.delete(member).where(eq(member.id, memberships.member.id)),
  )
  const { organizationSlug } = given.absent
  expect(await read()).toEqual(
    await askProcedure('member', 'jobs.manage.list', { organizationSlug }),
  )
})

test('in one organisation nobody works in the name of another: the name in the URL decides', async () => {
  const titles = (actor: typeof actors.both) =>
    asUser(actor, (tx) =>
      tx.select({ id: job.id }).from(job).where(eq(job.status, 'draft')).orderBy(job.id),
    )
  const both = { userId: actors.both.userId, organizationId: a.id }
  const [inB, inA] = await Promise.all([titles(actors.both), titles(both)])
  expect(inB).toEqual([{ id: ids.jobs.draftOfB }])
  expect(inA).toEqual([{ id: ids.jobs.draft }])
})

const undo = new Error('nothing of this is kept')
const onlyUndo = (error: unknown) => {
  if (error !== undo) throw error
}
