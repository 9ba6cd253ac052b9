/** The trail itself: who may add, that nobody may change, and that it stands or falls with the change. */
import { expect, test } from 'bun:test'
import { and, eq, sql } from 'drizzle-orm'
import { check, trailAbout, trailOf } from '../../tests/audit.ts'
import { createPerson, createTenant, join } from '../../tests/people.ts'
import { asInBrowser } from '../../tests/sessions.ts'
import { asSuperuser, isWithoutSuperuser } from '../../tests/superuser.ts'
import { asSystem, asUser } from './access.server.ts'
import { auditEvent } from '#/platform/audit/tables.ts'
import { member, organization } from './schema/organizations.ts'

const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'allowed',
    (error: Error) => (error.cause instanceof Error ? error.cause.message : error.message),
  )

async function createTeam() {
  const [owner, colleague] = [await createPerson({ name: 'Ada' }), await createPerson()]
  const tenant = await createTenant(owner)
  await join(tenant, colleague, 'member')
  return { owner, colleague, tenant }
}

const membershipOf = (tenant: { id: string }, person: { id: string }) =>
  asSystem('test: is somebody a member', (tx) =>
    tx
      .select()
      .from(member)
      .where(and(eq(member.organizationId, tenant.id), eq(member.userId, person.id))),
  )

test('only what is named by a noun and what became of it is recorded', async () => {
  const { tenant } = await createTeam()
  const record = (action: string) =>
    refusalOf(
      asSystem('test: record an event', (tx) =>
        tx.execute(sql`select record_audit(${tenant.id}, ${action}, 'organization', ${tenant.id})`),
      ),
    )
  for (const action of [
    'painted',
    'Organization.painted',
    'organization.',
    `a.${'b'.repeat(41)}`,
  ]) {
    expect(await record(action)).toContain('audit_event_action')
  }
  expect(await record('audit.exported')).toBe('allowed')
})

test('no role may add by hand, change, or remove an event', async () => {
  const { owner, tenant } = await createTeam()
  const actor = { userId: owner.id, organizationId: tenant.id }
  const statements = [
    sql`insert into audit_event select * from audit_event limit 1`,
    sql`update audit_event set action = 'member.left'`,
    sql`delete from audit_event`,
    sql`truncate audit_event`,
    sql`update audit_chain set sequence = 0`,
    sql`delete from audit_chain`,
    sql`truncate audit_chain`,
    sql`set local role app_audit`,
  ]
  for (const statement of statements) {
    const asPerson = await refusalOf(asUser(actor, (tx) => tx.execute(statement)))
    const asTheSystem = await refusalOf(asSystem('test', (tx) => tx.execute(statement)))
    const isRole = JSON.stringify(statement).includes('set local role')
    // The embedded database has one login for everything, migrations included.
    if (isRole && !process.env.TEST_DATABASE_URL) continue
    expect([asPerson, asTheSystem]).toEqual([
      expect.stringContaining('permission denied'),
      expect.stringContaining('permission denied'),
    ])
  }
  const forged = sql`select record_audit(${tenant.id}, 'member.left', 'user', ${owner.id})`
  expect(await refusalOf(asUser(actor, (tx) => tx.execute(forged)))).toContain('permission denied')
})

test.skipIf(isWithoutSuperuser)(
  'whoever owns the tables cannot change them by accident either',
  async () => {
    for (const statement of [
      `update audit_event set action = 'member.left'`,
      'delete from audit_event',
      'truncate audit_event',
      'delete from audit_chain',
    ]) {
      expect(await refusalOf(asSuperuser(statement))).toContain('the audit trail is only added to')
    }
  },
)

test.skipIf(isWithoutSuperuser)(
  'what is given for the place in the chain, the moment and the hash is not taken',
  async () => {
    const { tenant } = await createTeam()
    const before = await trailOf(tenant)
    await asSuperuser(
      `insert into audit_event (id, organization_id, sequence, action, subject_type, subject_id, occurred_at, previous_hash, hash)
     values (gen_random_uuid(), '${tenant.id}', 99, 'member.left', 'user', 'x', '2020-01-01', '\\x00', '\\x00')`,
    )
    const added = (await trailOf(tenant)).at(-1)
    expect(added?.sequence).toBe(before.length + 1)
    expect(added?.occurredAt.getTime()).toBeGreaterThan(Date.now() - 60_000)
    expect(await check(tenant.id)).toMatchObject({ events: before.length + 1, problem: null })
  },
)

test.skipIf(isWithoutSuperuser)(
  'a change that the auth engine makes is taken back when it cannot be recorded',
  async () => {
    const { owner, colleague, tenant } = await createTeam()
    const [membership] = await membershipOf(tenant, colleague)
    if (!membership) throw new Error('no membership')
    const remove = async () =>
      (await asInBrowser(owner)).organizations.removeMember({
        organizationSlug: tenant.slug,
        memberId: membership.id,
      })
    await asSuperuser(
      `alter table audit_event add constraint test_refuses check (subject_id <> '${colleague.id}') not valid`,
    )
    try {
      expect(await refusalOf(remove())).not.toBe('allowed')
      expect(await membershipOf(tenant, colleague)).toHaveLength(1)
      // Also without a request, where the engine's statement is its own transaction.
      const statement = asSystem('test', (tx) =>
        tx.delete(member).where(eq(member.id, membership.id)),
      )
      expect(await refusalOf(statement)).toContain('test_refuses')
      expect(await membershipOf(tenant, colleague)).toHaveLength(1)
    } finally {
      await asSuperuser('alter table audit_event drop constraint test_refuses')
    }
    expect(await check(tenant.id)).toMatchObject({ problem: null })
    await remove()
    expect(await membershipOf(tenant, colleague)).toHaveLength(0)
    expect((await trailOf(tenant)).at(-1)).toMatchObject({
      action: 'member.removed',
      actorId: owner.id,
      subjectId: colleague.id,
      before: { role: 'member' },
      after: null,
    })
  },
)

test('a change that is taken back leaves no event', async () => {
  const { tenant } = await createTeam()
  const before = await trailOf(tenant)
  const broken = asSystem('test: a change', async (tx) => {
    await tx.update(organization).set({ name: 'Birch' }).where(eq(organization.id, tenant.id))
    throw new Error('on second thoughts')
  })
  expect(await refusalOf(broken)).toContain('on second thoughts')
  expect(await trailOf(tenant)).toEqual(before)
})

test('changes at the same moment form one chain', async () => {
  const { tenant } = await createTeam()
  const people = await Promise.all(Array.from({ length: 20 }, () => createPerson()))
  await Promise.all(people.map((person) => join(tenant, person, 'member')))
  const trail = await trailOf(tenant)
  expect(trail.map(({ sequence }) => sequence)).toEqual(trail.map((_, at) => at + 1))
  const joined = trail.slice(-20).map(({ action, subjectId }) => [action, subjectId])
  expect(joined.toSorted()).toEqual(people.map(({ id }) => ['member.added', id]).toSorted())
  expect(trail.map(({ id }) => id)).toEqual(trail.map(({ id }) => id).toSorted())
  expect(await check(tenant.id)).toMatchObject({ events: trail.length, problem: null })
  expect(await check('site')).toMatchObject({ problem: null })
})

test('two who leave from the same organisations wait for each other in one order', async () => {
  const owner = await createPerson()
  const tenants = await Promise.all(Array.from({ length: 4 }, () => createTenant(owner)))
  const leaving = await Promise.all(Array.from({ length: 6 }, () => createPerson()))
  for (const [at, person] of leaving.entries()) {
    const order = at % 2 === 0 ? tenants : tenants.toReversed()
    for (const tenant of order) await join(tenant, person, 'member')
  }
  await Promise.all(
    leaving.map((person) =>
      asSystem('test: delete an account', (tx) =>
        tx.execute(sql`delete from "user" where id = ${person.id}`),
      ),
    ),
  )
  for (const tenant of tenants) {
    const removed = (await trailOf(tenant)).filter(({ action }) => action === 'member.removed')
    expect(removed).toHaveLength(6)
  }
  for (const person of leaving) {
    expect((await trailAbout(person)).map(({ action }) => action)).toEqual([
      'account.created',
      'account.deleted',
    ])
  }
})

test('an organisation that is gone keeps its chain', async () => {
  const { tenant } = await createTeam()
  const before = await trailOf(tenant)
  await asSystem('test: delete', (tx) =>
    tx.delete(organization).where(eq(organization.id, tenant.id)),
  )
  const after = await trailOf(tenant)
  expect(after.slice(0, -1)).toEqual(before)
  expect(after.at(-1)).toMatchObject({ action: 'organization.deleted', before: { name: 'Acme' } })
})

test('each kind of change has its name', async () => {
  const { owner, colleague, tenant } = await createTeam()
  const invitationId = Bun.randomUUIDv7()
  const token = crypto.randomUUID()
  const soon = new Date(Date.now() + 60_000)
  const changes = [
    sql`insert into invitation (id, organization_id, email, expires_at, inviter_id) values (${invitationId}, ${tenant.id}, 'a@b.example', ${soon.toISOString()}, ${owner.id})`,
    sql`update invitation set status = 'rejected' where id = ${invitationId}`,
    sql`update invitation set status = 'pending' where id = ${invitationId}`,
    sql`update invitation set status = 'canceled' where id = ${invitationId}`,
    sql`delete from invitation where id = ${invitationId}`,
    sql`update organization set stripe_customer_id = 'cus_1' where id = ${tenant.id}`,
    sql`update "user" set role = 'admin' where id = ${colleague.id}`,
    sql`update "user" set email = ${`${colleague.id}@elsewhere.example`} where id = ${colleague.id}`,
    sql`update "user" set name = 'Another name' where id = ${colleague.id}`,
    sql`insert into account (id, account_id, provider_id, user_id, password) values (${colleague.id}, 'x', 'credential', ${colleague.id}, 'one')`,
    sql`update account set password = 'two' where id = ${colleague.id}`,
    sql`insert into session (id, token, user_id, expires_at, impersonated_by) values (${token}, ${token}, ${colleague.id}, ${soon.toISOString()}, ${owner.id})`,
    sql`delete from session where id = ${token}`,
    // What has expired is only tidied up.
    sql`insert into session (id, token, user_id, expires_at) values (${token}, ${token}, ${colleague.id}, now() - interval '1 day')`,
    sql`delete from session where id = ${token}`,
  ]
  for (const change of changes) await asSystem('test: a change', (tx) => tx.execute(change))
  expect((await trailOf(tenant)).slice(3).map(({ action }) => action)).toEqual([
    'invitation.sent',
    'invitation.declined',
    'invitation.cancelled',
  ])
  const about = (await trailAbout(colleague)).slice(1)
  expect(about.map(({ action }) => action)).toEqual([
    'user.role_changed',
    'account.email_changed',
    'account.password_reset',
    'impersonation.started',
    'impersonation.ended',
    'session.started',
  ])
  expect(about[3]?.actorId).toBe(owner.id)
})

test('owners and admins read the trail of their organisation, nobody else anything', async () => {
  const { owner, colleague, tenant } = await createTeam()
  const other = await createTeam()
  const read = (userId: string, organizationId: string) =>
    asUser({ userId, organizationId }, (tx) => tx.select().from(auditEvent))
  const all = await trailOf(tenant)
  expect(await read(owner.id, tenant.id)).toHaveLength(all.length)
  expect(await read(colleague.id, tenant.id)).toEqual([])
  expect(await read(other.owner.id, tenant.id)).toEqual([])
  await asSystem('test: promote', (tx) =>
    tx.update(member).set({ role: 'admin' }).where(eq(member.userId, colleague.id)),
  )
  expect(await read(colleague.id, tenant.id)).toHaveLength(all.length + 1)
  await asSystem('test: remove', (tx) => tx.delete(member).where(eq(member.userId, colleague.id)))
  expect(await read(colleague.id, tenant.id)).toEqual([])
})
