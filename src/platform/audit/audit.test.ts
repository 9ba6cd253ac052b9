/** What is recorded of what people do, and who may read it or take it away. */
import { beforeAll, expect, test } from 'bun:test'
import { hashPassword } from 'better-auth/crypto'
import { eq } from 'drizzle-orm'
import { api } from '#/api/api.ts'
import { asSystem } from '#/db/access.server.ts'
import { subscription } from '#/platform/billing/tables.ts'
import { account, session } from '#/db/schema/identity.ts'
import { member, organization } from '#/db/schema/organizations.ts'
import { env } from '#/env.server.ts'
import { trailAbout, trailOf } from '../../../tests/audit.ts'
import { testStorage } from '../../../tests/local-services.ts'
import {
  as,
  createPerson,
  createTenant,
  join,
  type Person,
  type Tenant,
} from '../../../tests/people.ts'
import { browserOf, here } from '../../../tests/recorded-browsers.ts'
import { cookieOf } from '../../../tests/sessions.ts'
import { csvLine } from './csv.ts'

beforeAll(testStorage)

const last = <T>(list: T[]) => list.at(-1)

test('what is done in an organisation names who, from where, and what changed', async () => {
  const [ada, ben] = [await createPerson({ name: 'Ada' }), await createPerson({ name: 'Ben' })]
  const { rpc } = await browserOf(ada)
  const slug = `acme-${crypto.randomUUID().slice(0, 8)}`
  await rpc.organizations.create({ name: 'Acme', slug })
  const inOrganization = { organizationSlug: slug }
  const { organizationId } = await rpc.organizations.membership(inOrganization)
  const tenant = { id: organizationId, slug, name: 'Acme' }
  const actor = { actorId: ada.id, ...here }
  const created = await trailOf(tenant)
  expect(created).toMatchObject([
    { action: 'organization.created', ...actor, after: { name: 'Acme', slug } },
    { action: 'member.added', ...actor, subjectId: ada.id, after: { role: 'owner' } },
  ])

  await rpc.organizations.invite({ ...inOrganization, email: ben.email, role: 'member' })
  const [invited] = await rpc.organizations.invitations(inOrganization)
  expect(last(await trailOf(tenant))).toMatchObject({
    action: 'invitation.sent',
    ...actor,
    subjectType: 'invitation',
    subjectId: invited?.id,
    after: { role: 'member' },
  })
  const bens = await browserOf(ben)
  await bens.rpc.organizations.answerInvitation({
    invitationId: invited?.id ?? '',
    answer: 'accept',
  })
  const accepted = (await trailOf(tenant)).slice(-2)
  expect(accepted.map(({ action, actorId }) => [action, actorId]).toSorted()).toEqual([
    ['invitation.accepted', ben.id],
    ['member.added', ben.id],
  ])

  const colleagues = await rpc.organizations.members(inOrganization)
  const memberId = colleagues.find(({ userId }) => userId === ben.id)?.id ?? ''
  await rpc.organizations.changeRole({ ...inOrganization, memberId, role: 'admin' })
  expect(last(await trailOf(tenant))).toMatchObject({
    action: 'member.role_changed',
    ...actor,
    subjectId: ben.id,
    before: { role: 'member' },
    after: { role: 'admin' },
  })
  await bens.rpc.organizations.leave(inOrganization)
  expect(last(await trailOf(tenant))).toMatchObject({ action: 'member.left', actorId: ben.id })
  await rpc.organizations.update({ ...inOrganization, name: 'Acme Ltd' })
  expect(last(await trailOf(tenant))).toMatchObject({
    action: 'organization.changed',
    before: { name: 'Acme' },
    after: { name: 'Acme Ltd' },
  })
  await rpc.organizations.remove({ ...inOrganization, typedName: 'Acme Ltd' })
  expect(last(await trailOf(tenant))).toMatchObject({ action: 'organization.deleted', ...actor })
})

test('a subscription: begun at a checkout, paid, cancelled, over', async () => {
  const tenant = await createTenant(await createPerson())
  const before = (await trailOf(tenant)).length
  const id = Bun.randomUUIDv7()
  const change = (to: Partial<typeof subscription.$inferInsert>) =>
    asSystem('billing: copy a subscription from Stripe', (tx) =>
      tx.update(subscription).set(to).where(eq(subscription.id, id)),
    )
  await asSystem('test: a checkout begins', (tx) =>
    tx.insert(subscription).values({ id, plan: 'team', referenceId: tenant.id }),
  )
  await change({ status: 'active', seats: 3 })
  await change({ periodEnd: new Date() })
  await change({ cancelAtPeriodEnd: true })
  await change({ cancelAtPeriodEnd: false })
  await change({ seats: 4 })
  await change({ status: 'canceled' })
  const events = (await trailOf(tenant)).slice(before)
  expect(events.map(({ action }) => action)).toEqual([
    'subscription.started',
    'subscription.cancelled',
    'subscription.restored',
    'subscription.changed',
    'subscription.ended',
  ])
  // Nobody who is signed in did it; why the system worked is kept.
  expect(events[3]).toMatchObject({
    actorId: null,
    reason: 'billing: copy a subscription from Stripe',
    before: { seats: 3 },
    after: { seats: 4 },
  })
})

test('an account: signing in, a new password, signing out, suspension, deletion', async () => {
  const [person, admin] = [await createPerson(), await createPerson({ role: 'admin' })]
  const password = 'a quiet walk in the beech wood'
  const hash = await hashPassword(password)
  const id = Bun.randomUUIDv7()
  await asSystem('test: a password', (tx) =>
    tx.insert(account).values({
      id,
      accountId: person.id,
      providerId: 'credential',
      userId: person.id,
      password: hash,
    }),
  )
  const browser = await browserOf(person)
  await asSystem('test', (tx) => tx.delete(session).where(eq(session.userId, person.id)))
  const answer = await browser.post('/api/auth/sign-in/email', { email: person.email, password })
  expect(answer.status).toBe(200)
  expect(last(await trailAbout(person))).toMatchObject({
    action: 'session.started',
    actorId: person.id,
    ...here,
  })
  const again = await browserOf(person)
  const newPassword = 'a loud walk in the beech wood'
  await again.rpc.identity.changePassword({ currentPassword: password, newPassword })
  const changed = (await trailAbout(person)).map(({ action }) => action)
  expect(changed).toContain('account.password_changed')
  await again.post('/api/auth/sign-out', {})
  expect(last(await trailAbout(person))).toMatchObject({
    action: 'session.ended',
    actorId: person.id,
  })
  const admins = await browserOf(admin)
  await admins.rpc.admin.suspend({ userId: person.id, reason: 'spam to others', days: 3 })
  const suspended = (await trailAbout(person)).filter(({ action }) => action === 'user.suspended')
  expect(suspended).toMatchObject([
    {
      actorId: admin.id,
      ...here,
      after: { until: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) },
    },
  ])
  await admins.rpc.admin.restore({ userId: person.id })
  expect(last(await trailAbout(person))).toMatchObject({
    action: 'user.restored',
    actorId: admin.id,
  })
  const said = JSON.stringify(await trailAbout(person))
  for (const secret of [hash, password, newPassword, person.email, 'spam to others']) {
    expect(said).not.toContain(secret)
  }
})

test('who acts as somebody else is named beside them', async () => {
  const [admin, person] = [await createPerson({ role: 'admin' }), await createPerson()]
  const tenant = await createTenant(person)
  const cookie = await cookieOf(person)
  await asSystem('test: this session is an impersonation', (tx) =>
    tx.update(session).set({ impersonatedBy: admin.id }).where(eq(session.userId, person.id)),
  )
  const headers = { cookie, origin: env.APP_URL, 'content-type': 'application/json' }
  const rename = new Request(new URL(`/api/v1/organizations/${tenant.slug}`, env.APP_URL), {
    method: 'PUT',
    headers,
    body: JSON.stringify({ name: 'Birch' }),
  })
  expect((await api.handle(rename)).status).toBe(200)
  expect(last(await trailOf(tenant))).toMatchObject({
    action: 'organization.changed',
    actorId: person.id,
    impersonatorId: admin.id,
  })
})

test('who runs an organisation reads its trail; a member is refused, a stranger finds nothing', async () => {
  const [owner, colleague, stranger] = await Promise.all([
    createPerson({ name: 'Ada' }),
    createPerson({ name: 'Ben' }),
    createPerson(),
  ])
  const tenant = await createTenant(owner)
  await join(tenant, colleague, 'member')
  const asked = { organizationSlug: tenant.slug }
  const { events } = await as(owner).audit.trail(asked)
  expect(events[0]).toMatchObject({
    action: 'member.added',
    subject: { id: colleague.id, name: 'Ben', type: 'user' },
  })
  const refusal = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'allowed',
      (error: { code?: string }) => error.code,
    )
  expect(await refusal(as(colleague).audit.trail(asked))).toBe('FORBIDDEN')
  expect(await refusal(as(stranger).audit.trail(asked))).toBe('NOT_FOUND')
  expect(await refusal(as(owner).audit.wholeTrail({}))).toBe('NOT_FOUND')
  const exported = async (person: Person, query = `?organization=${tenant.slug}`) =>
    (await (await browserOf(person)).get(`/api/audit.csv${query}`)).status
  expect(await exported(owner)).toBe(200)
  expect(await exported(colleague)).toBe(403)
  expect(await exported(stranger)).toBe(404)
  expect(await exported(owner, '')).toBe(404)
  await asSystem('test: remove', (tx) =>
    tx.delete(member).where(eq(member.userId, owner.id)),
  ).catch(() => 'the last owner stays')
  await asSystem('test: another owner', (tx) =>
    tx.update(member).set({ role: 'owner' }).where(eq(member.userId, colleague.id)),
  )
  await asSystem('test: remove', (tx) => tx.delete(member).where(eq(member.userId, owner.id)))
  expect(await refusal(as(owner).audit.trail(asked))).toBe('NOT_FOUND')
  expect(await exported(owner)).toBe(404)
  // Whoever has left is still named in what they did.
  const afterwards = await as(colleague).audit.trail({ ...asked, group: 'people' })
  expect(afterwards.events[0]?.subject).toMatchObject({ id: owner.id, name: 'Ada' })
})

test('pages, kinds, people and days', async () => {
  const [owner, other] = [await createPerson(), await createPerson()]
  const tenant = await createTenant(owner)
  await join(tenant, other, 'admin')
  await renameOften(tenant, 60)
  const asked = { organizationSlug: tenant.slug }
  await (await browserOf(other)).rpc.organizations.update({ ...asked, name: 'Birch' })
  const { audit } = as(owner)
  const first = await audit.trail(asked)
  expect(first.events).toHaveLength(50)
  expect(first.newer).toBeNull()
  const second = await audit.trail({ ...asked, older: first.older ?? '' })
  expect(second.older).toBeNull()
  const all = [...first.events, ...second.events].map(({ sequence }) => sequence)
  expect(all).toEqual(Array.from({ length: 64 }, (_, at) => 64 - at))
  const back = await audit.trail({ ...asked, newer: second.newer ?? '' })
  expect(back.events).toEqual(first.events)
  expect([back.newer, back.older]).toEqual([null, first.older])
  const people = await audit.trail({ ...asked, group: 'people' })
  expect(people.events.map(({ action }) => action)).toEqual(['member.added', 'member.added'])
  const others = await audit.trail({ ...asked, person: other.id })
  expect(others.events).toMatchObject([{ action: 'organization.changed', actor: { id: other.id } }])
  expect(others.people).toEqual([{ id: other.id, name: other.name }])
  const today = new Date().toISOString().slice(0, 10)
  expect((await audit.trail({ ...asked, from: today, until: today })).events).toHaveLength(50)
  expect((await audit.trail({ ...asked, until: '2020-01-01' })).events).toEqual([])
  expect((await audit.trail({ ...asked, from: '2999-01-01' })).events).toEqual([])
})

/** As many events, by nobody. */
async function renameOften({ id }: Tenant, times: number) {
  for (let time = 0; time < times; time++) {
    await asSystem('test: rename', (tx) =>
      tx
        .update(organization)
        .set({ name: `Name ${time}` })
        .where(eq(organization.id, id)),
    )
  }
}

test('the export has every line, says that it happened, and holds no formula', async () => {
  const admin = await createPerson({ role: 'admin' })
  const owner = await createPerson({ name: '=HYPERLINK("https://evil.example")' })
  const tenant = await createTenant(owner)
  const browser = await browserOf(owner)
  await renameOften(tenant, 3)
  await browser.rpc.organizations.update({ organizationSlug: tenant.slug, name: '+1 "quoted"' })
  const before = await trailOf(tenant)
  const answer = await browser.get(`/api/audit.csv?organization=${tenant.slug}`)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'cache-control': 'private, no-store',
  })
  const text = await answer.text()
  expect(text.trimEnd().split('\r\n')).toHaveLength(before.length + 2)
  expect(text).toContain(`"'=HYPERLINK(""https://evil.example"")"`)
  expect(text).not.toMatch(/(^|,)"?[=+@-]/m)
  expect(last(await trailOf(tenant))).toMatchObject({ action: 'audit.exported', actorId: owner.id })
  const people = await browser.get(`/api/audit.csv?organization=${tenant.slug}&group=people`)
  expect((await people.text()).trimEnd().split('\r\n')).toHaveLength(2)
  const nonsense = await browser.get(`/api/audit.csv?organization=${tenant.slug}&group=1`)
  expect(nonsense.status).toBe(400)
  const whole = await (await browserOf(admin)).get(`/api/audit.csv?person=${owner.id}`)
  expect(await whole.text()).toContain(tenant.id)
  expect(csvLine(['@x', '-1', '\t=1', 'a,b', null, -5])).toBe(`"'@x","'-1","'\t=1","a,b",,-5\r\n`)
})

test('the admins of the site read all of it', async () => {
  const admin = await createPerson({ role: 'admin' })
  const owner = await createPerson({ name: 'Ada' })
  const tenant = await createTenant(owner, 'Birch & Co')
  const { events } = await as(admin).audit.wholeTrail({ person: owner.id })
  // Events of two chains have no order within a millisecond.
  expect(events.toSorted((one, other) => one.action.localeCompare(other.action))).toMatchObject([
    { action: 'account.created', organization: null, subject: { id: owner.id, name: 'Ada' } },
    { action: 'member.added', organization: { id: tenant.id, name: 'Birch & Co' } },
  ])
})
