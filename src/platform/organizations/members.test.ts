import { beforeAll, describe, expect, test } from 'bun:test'
import { safe } from '@orpc/server'
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { countAttempt } from '#/auth/rate-limit.server.ts'
import { asSystem } from '#/db/access.server.ts'
import { user } from '#/db/schema/identity.ts'
import { invitation, member } from '#/db/schema/organizations.ts'
import {
  createBrowser,
  nthMailTo,
  openInbox,
  signUpAndConfirm,
} from '../../../tests/auth-browser.ts'
import {
  as,
  createPerson,
  createTenant,
  join,
  type Person,
  type Tenant,
} from '../../../tests/people.ts'
import { asInBrowser } from '../../../tests/sessions.ts'

beforeAll(openInbox)

async function team() {
  const [owner, admin, colleague, stranger] = await Promise.all([
    createPerson({ name: 'Olga Owner' }),
    createPerson({ name: 'Adam Admin' }),
    createPerson({ name: 'Mia Member' }),
    createPerson({ name: 'Sam Stranger' }),
  ])
  const tenant = await createTenant(owner, 'Birch')
  await join(tenant, admin, 'admin')
  await join(tenant, colleague, 'member')
  return { owner, admin, colleague, stranger, tenant, here: { organizationSlug: tenant.slug } }
}

async function membershipOf(tenant: Tenant, person: Person) {
  const [found] = await asSystem('test: a membership', (tx) =>
    tx
      .select({ id: member.id, role: member.role })
      .from(member)
      .where(and(eq(member.organizationId, tenant.id), eq(member.userId, person.id))),
  )
  return found
}
async function memberIdOf(tenant: Tenant, person: Person) {
  const found = await membershipOf(tenant, person)
  if (!found) throw new Error(`${person.name} is no member.`)
  return found.id
}

const newestInvitation = async (tenant: Tenant) => {
  const rows = await asSystem('test: invitations', (tx) =>
    tx.select().from(invitation).where(eq(invitation.organizationId, tenant.id)),
  )
  const newest = rows.toSorted((a, b) => a.id.localeCompare(b.id)).at(-1)
  if (!newest) throw new Error('Nobody was invited.')
  return newest
}

const statusesOf = async (tenant: Tenant) => {
  const rows = await asSystem('test: invitations', (tx) =>
    tx.select().from(invitation).where(eq(invitation.organizationId, tenant.id)),
  )
  return rows.map(({ status }) => status).toSorted()
}

const queuedMailsTo = async (email: string) => {
  const queued = await asSystem('test: mails to an address', (tx) =>
    tx.execute(sql`select from pgboss.job where name = 'send-mail' and data->>'to' = ${email}`),
  )
  return z.object({ rows: z.array(z.object({})) }).parse(queued).rows.length
}

const refused = (code: string) => expect.objectContaining({ code })

describe('who sees the members', () => {
  test('colleagues do, owners first', async () => {
    const { colleague, here } = await team()
    const members = await as(colleague).organizations.members(here)
    expect(members.map(({ name, role }) => [name, role])).toEqual([
      ['Olga Owner', 'owner'],
      ['Adam Admin', 'admin'],
      ['Mia Member', 'member'],
    ])
  })

  test('to a stranger it is as if there were no such organisation', async () => {
    const { stranger, here } = await team()
    const said = async (organizationSlug: string) =>
      as(stranger)
        .organizations.members({ organizationSlug })
        .catch((error: { toJSON: () => object }) => error.toJSON())
    expect(await said(here.organizationSlug)).toEqual(await said('there-is-no-such-thing'))
  })

  test('a removed member is outside with the next call', async () => {
    const { owner, colleague, tenant, here } = await team()
    const memberId = await memberIdOf(tenant, colleague)
    const browser = await asInBrowser(owner)
    await browser.organizations.removeMember({ ...here, memberId })
    await expect(as(colleague).organizations.members(here)).rejects.toThrow(refused('NOT_FOUND'))
  })
})

describe('roles', () => {
  test('a member changes none, and removes nobody', async () => {
    const { colleague, admin, tenant, here } = await team()
    const browser = await asInBrowser(colleague)
    const memberId = await memberIdOf(tenant, admin)
    await expect(
      browser.organizations.changeRole({ ...here, memberId, role: 'member' }),
    ).rejects.toThrow(refused('FORBIDDEN'))
    await expect(browser.organizations.removeMember({ ...here, memberId })).rejects.toThrow(
      refused('FORBIDDEN'),
    )
    const own = await memberIdOf(tenant, colleague)
    await expect(
      browser.organizations.changeRole({ ...here, memberId: own, role: 'owner' }),
    ).rejects.toThrow(refused('FORBIDDEN'))
    await expect(browser.organizations.invitations(here)).rejects.toThrow(refused('FORBIDDEN'))
  })

  test('an admin makes and unmakes no owner', async () => {
    const { owner, admin, colleague, tenant, here } = await team()
    const browser = await asInBrowser(admin)
    const change = (memberId: string, role: 'owner' | 'member') =>
      browser.organizations.changeRole({ ...here, memberId, role })
    await expect(change(await memberIdOf(tenant, colleague), 'owner')).rejects.toThrow(
      refused('FORBIDDEN'),
    )
    await expect(change(await memberIdOf(tenant, admin), 'owner')).rejects.toThrow(
      refused('FORBIDDEN'),
    )
    const ownerId = await memberIdOf(tenant, owner)
    await expect(change(ownerId, 'member')).rejects.toThrow(refused('FORBIDDEN'))
    await expect(
      browser.organizations.removeMember({ ...here, memberId: ownerId }),
    ).rejects.toThrow(refused('FORBIDDEN'))
  })

  test('nobody reaches a member of another organisation', async () => {
    const { owner, here } = await team()
    const theirs = await team()
    const memberId = await memberIdOf(theirs.tenant, theirs.colleague)
    const browser = await asInBrowser(owner)
    await expect(
      browser.organizations.changeRole({ ...here, memberId, role: 'admin' }),
    ).rejects.toThrow(refused('NOT_FOUND'))
    await expect(browser.organizations.removeMember({ ...here, memberId })).rejects.toThrow(
      refused('NOT_FOUND'),
    )
    expect(await membershipOf(theirs.tenant, theirs.colleague)).toMatchObject({ role: 'member' })
  })

  test('the last owner neither leaves nor steps down', async () => {
    const { owner, tenant, here } = await team()
    const browser = await asInBrowser(owner)
    const memberId = await memberIdOf(tenant, owner)
    await expect(browser.organizations.leave(here)).rejects.toThrow(refused('LAST_OWNER'))
    await expect(
      browser.organizations.changeRole({ ...here, memberId, role: 'admin' }),
    ).rejects.toThrow(refused('LAST_OWNER'))
    await expect(browser.organizations.removeMember({ ...here, memberId })).rejects.toThrow(
      refused('LAST_OWNER'),
    )
  })

  test('of two owners who leave at the same moment, one stays', async () => {
    const { owner, admin, tenant, here } = await team()
    const browser = await asInBrowser(owner)
    const memberId = await memberIdOf(tenant, admin)
    await browser.organizations.changeRole({ ...here, memberId, role: 'owner' })
    const other = await asInBrowser(admin)
    const outcomes = await Promise.allSettled([
      browser.organizations.leave(here),
      other.organizations.leave(here),
    ])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find((outcome) => outcome.status === 'rejected')?.reason).toEqual(
      refused('LAST_OWNER'),
    )
  })

  test('the database itself refuses an organisation without an owner', async () => {
    const { tenant } = await team()
    const orphan = asSystem('test: take the owner away', (tx) =>
      tx.delete(member).where(eq(member.organizationId, tenant.id)),
    )
    await expect(orphan).rejects.toMatchObject({
      cause: { constraint: 'organization_keeps_an_owner' },
    })
  })

  test('one owner leaves when there is another', async () => {
    const { owner, admin, tenant, here } = await team()
    const browser = await asInBrowser(owner)
    const memberId = await memberIdOf(tenant, admin)
    await browser.organizations.changeRole({ ...here, memberId, role: 'owner' })
    await browser.organizations.leave(here)
    expect(await membershipOf(tenant, owner)).toBeUndefined()
  })
})

describe('invitations', () => {
  test('reach somebody new by mail, who signs up, accepts and is in', async () => {
    const { owner, tenant, here } = await team()
    const browser = createBrowser()
    const email = await signUpAndConfirm(browser, 'Nora New')
    const ownerBrowser = await asInBrowser(owner)
    await ownerBrowser.organizations.invite({ ...here, email, role: 'member' })
    const mail = await nthMailTo(email, 2)
    expect(mail.subject).toContain('Birch')
    const { id } = await newestInvitation(tenant)
    expect(mail.link).toEndWith(`/invitations/${id}`)

    const read = await as(null).organizations.invitation({ invitationId: id })
    expect(read).toMatchObject({
      state: 'pending',
      email,
      role: 'member',
      invitedBy: 'Olga Owner',
      organization: { name: 'Birch', slug: tenant.slug },
    })
    const nora = { id: '', name: 'Nora New', email }
    const members = await ownerBrowser.organizations.members(here)
    expect(members).toHaveLength(3)
    const me = await personOf(email, nora)
    const accepted = await as(me, browser.headers()).organizations.answerInvitation({
      invitationId: id,
      answer: 'accept',
    })
    expect(accepted).toEqual({ organizationSlug: tenant.slug })
    expect(await as(me).organizations.membership(here)).toMatchObject({ role: 'member' })
    // A second click leads to the same place.
    expect(
      await as(me, browser.headers()).organizations.answerInvitation({
        invitationId: id,
        answer: 'accept',
      }),
    ).toEqual({ organizationSlug: tenant.slug })
    expect(await as(null).organizations.invitation({ invitationId: id })).toMatchObject({
      state: 'accepted',
    })
  })

  test('to one address asked for at the same moment are one, with one mail', async () => {
    const { owner, admin, tenant, here } = await team()
    const email = `${crypto.randomUUID()}@inbox.example`
    const invite = (person: Person) =>
      as(person).organizations.invite({ ...here, email, role: 'member' })
    await Promise.all([owner, admin, owner, admin].map(invite))
    expect(await statusesOf(tenant)).toEqual(['pending'])
    await nthMailTo(email, 1)
    expect(await queuedMailsTo(email)).toBe(1)
    // Another role is another invitation.
    await as(owner).organizations.invite({ ...here, email, role: 'admin' })
    expect(await statusesOf(tenant)).toEqual(['canceled', 'pending'])
  })

  test('sent again at the same moment leave one open', async () => {
    const { owner, tenant, here } = await team()
    const email = `${crypto.randomUUID()}@inbox.example`
    await as(owner).organizations.invite({ ...here, email, role: 'member' })
    const { id: invitationId } = await newestInvitation(tenant)
    const resend = () => as(owner).organizations.resendInvitation({ ...here, invitationId })
    await Promise.allSettled([resend(), resend(), resend()])
    expect(await statusesOf(tenant)).toEqual(['canceled', 'pending'])
  })

  test('to one inbox are five a day, by whatever way', async () => {
    const { owner, admin, tenant, here } = await team()
    const name = crypto.randomUUID()
    const inboxes = [`${name}@inbox.example`, `${name}+work@inbox.example`]
    const calls = as(owner).organizations
    for (let round = 0; round < 2; round++) {
      await calls.invite({ ...here, email: inboxes[round % 2] ?? '', role: 'member' })
      await calls.resendInvitation({ ...here, invitationId: (await newestInvitation(tenant)).id })
      await calls.cancelInvitation({ ...here, invitationId: (await newestInvitation(tenant)).id })
    }
    await as(admin).organizations.invite({ ...here, email: inboxes[0] ?? '', role: 'member' })
    const { id: invitationId } = await newestInvitation(tenant)
    const attempts = [
      () => calls.resendInvitation({ ...here, invitationId }),
      () => as(admin).organizations.invite({ ...here, email: inboxes[1] ?? '', role: 'member' }),
    ]
    for (const ask of attempts) {
      await expect(ask()).rejects.toMatchObject({
        code: 'INVITED_TOO_OFTEN',
        data: { retryAfterSeconds: expect.any(Number) },
      })
    }
    // The refusal changed nothing: the last link still works.
    expect(await newestInvitation(tenant)).toMatchObject({ id: invitationId, status: 'pending' })
    const queued = await Promise.all(inboxes.map(queuedMailsTo))
    expect(queued.reduce((sum, mails) => sum + mails, 0)).toBe(5)
  })

  test('to one inbox are ten a day from all organisations together', async () => {
    const email = `${crypto.randomUUID()}@inbox.example`
    const codes = []
    for (let number = 0; number < 11; number++) {
      const owner = await createPerson()
      const { slug: organizationSlug } = await createTenant(owner)
      const { error } = await safe(
        as(owner).organizations.invite({ organizationSlug, email, role: 'member' }),
      )
      codes.push(error ? Object(error).code : 'sent')
    }
    expect(codes).toEqual([...Array.from({ length: 10 }, () => 'sent'), 'INVITED_TOO_OFTEN'])
    expect(await queuedMailsTo(email)).toBe(10)
  })

  test('are counted by person and by organisation within a day, and only when sent', async () => {
    const { owner, admin, tenant, here } = await team()
    const invite = (person: Person) =>
      as(person).organizations.invite({
        ...here,
        email: `${crypto.randomUUID()}@inbox.example`,
        role: 'member',
      })
    const count = async (key: string, times: number) => {
      for (let number = 0; number < times; number++) {
        await countAttempt(key, { max: 1_000, windowSeconds: 86_400 })
      }
    }
    await count(`invite-day:${owner.id}`, 99)
    await expect(
      as(owner).organizations.invite({ ...here, email: admin.email, role: 'member' }),
    ).rejects.toThrow(refused('ALREADY_MEMBER'))
    await invite(owner)
    await expect(invite(owner)).rejects.toThrow(refused('RATE_LIMITED'))
    await count(`invite-organization:${tenant.id}`, 198)
    await invite(admin)
    await expect(invite(admin)).rejects.toThrow(refused('RATE_LIMITED'))
  })

  test('the database itself knows one open invitation for an address', async () => {
    const { owner, tenant } = await team()
    const email = `${crypto.randomUUID()}@inbox.example`
    const row = (address: string, status = 'pending') => ({
      id: Bun.randomUUIDv7(),
      organizationId: tenant.id,
      email: address,
      status,
      expiresAt: new Date(Date.now() + 60_000),
      inviterId: owner.id,
    })
    const store = (...rows: ReturnType<typeof row>[]) =>
      asSystem('test: invitations', (tx) => tx.insert(invitation).values(rows))
    await store(row(email), row(email, 'canceled'), row(email, 'accepted'))
    await expect(store(row(email.toUpperCase()))).rejects.toMatchObject({
      cause: { constraint: 'invitation_open' },
    })
  })

  test('accepted several times at the same moment make one member', async () => {
    const { owner, stranger, tenant, here } = await team()
    await as(owner).organizations.invite({ ...here, email: stranger.email, role: 'admin' })
    const { id: invitationId } = await newestInvitation(tenant)
    const accept = () =>
      as(stranger).organizations.answerInvitation({ invitationId, answer: 'accept' })
    const outcomes = await Promise.all(Array.from({ length: 4 }, accept))
    expect(outcomes).toEqual(outcomes.map(() => ({ organizationSlug: tenant.slug })))
    expect(await membershipOf(tenant, stranger)).toMatchObject({ role: 'admin' })
    expect(await statusesOf(tenant)).toEqual(['accepted'])
  })

  test('do not hold for an address that was not confirmed', async () => {
    const { owner, stranger, tenant, here } = await team()
    await as(owner).organizations.invite({ ...here, email: stranger.email, role: 'member' })
    const { id: invitationId } = await newestInvitation(tenant)
    await asSystem('test: not confirmed', (tx) =>
      tx.update(user).set({ emailVerified: false }).where(eq(user.id, stranger.id)),
    )
    await expect(
      as(stranger).organizations.answerInvitation({ invitationId, answer: 'accept' }),
    ).rejects.toThrow(refused('OTHER_RECIPIENT'))
  })

  test('of two who take the last place at the same moment, one is in', async () => {
    const { owner, tenant, here } = await team()
    const people = Array.from({ length: 496 }, () => Bun.randomUUIDv7())
    await asSystem('test: a large organisation', async (tx) => {
      await tx
        .insert(user)
        .values(people.map((id) => ({ id, name: 'Robin Berg', email: `${id}@people.example` })))
      await tx.insert(member).values(
        people.map((userId) => ({
          id: Bun.randomUUIDv7(),
          organizationId: tenant.id,
          userId,
          role: 'member',
        })),
      )
    })
    const last = await Promise.all([createPerson(), createPerson()])
    for (const { email } of last) {
      await as(owner).organizations.invite({ ...here, email, role: 'member' })
    }
    const sent = await asSystem('test: invitations', (tx) =>
      tx.select().from(invitation).where(eq(invitation.organizationId, tenant.id)),
    )
    const outcomes = await Promise.allSettled(
      last.map((person) =>
        as(person).organizations.answerInvitation({
          invitationId: sent.find(({ email }) => email === person.email)?.id ?? '',
          answer: 'accept',
        }),
      ),
    )
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find((outcome) => outcome.status === 'rejected')?.reason).toEqual(
      refused('ORGANIZATION_FULL'),
    )
  })

  test('an admin invites an admin, but no owner', async () => {
    const { admin, tenant, here } = await team()
    const browser = await asInBrowser(admin)
    const email = `${crypto.randomUUID()}@inbox.example`
    await expect(browser.organizations.invite({ ...here, email, role: 'owner' })).rejects.toThrow(
      refused('FORBIDDEN'),
    )
    await browser.organizations.invite({ ...here, email, role: 'admin' })
    expect(await newestInvitation(tenant)).toMatchObject({ email, role: 'admin' })
  })

  test('a member invites nobody, and who is in already is not invited', async () => {
    const { owner, colleague, admin, here } = await team()
    const memberBrowser = await asInBrowser(colleague)
    const invite = { ...here, email: 'x@inbox.example', role: 'member' } as const
    await expect(memberBrowser.organizations.invite(invite)).rejects.toThrow(refused('FORBIDDEN'))
    const browser = await asInBrowser(owner)
    await expect(browser.organizations.invite({ ...invite, email: admin.email })).rejects.toThrow(
      refused('ALREADY_MEMBER'),
    )
  })

  test('are for one address: somebody else with the link stays outside', async () => {
    const { owner, stranger, tenant, here } = await team()
    const browser = await asInBrowser(owner)
    await browser.organizations.invite({ ...here, email: 'for-me@inbox.example', role: 'admin' })
    const { id } = await newestInvitation(tenant)
    const thief = await asInBrowser(stranger)
    for (const answer of ['accept', 'decline'] as const) {
      await expect(
        thief.organizations.answerInvitation({ invitationId: id, answer }),
      ).rejects.toThrow(refused('OTHER_RECIPIENT'))
    }
    expect(await membershipOf(tenant, stranger)).toBeUndefined()
  })

  test('cancelled, replaced and expired ones do not hold', async () => {
    const { owner, stranger, tenant, here } = await team()
    const browser = await asInBrowser(owner)
    const invited = await asInBrowser(stranger)
    const { email } = stranger
    const accept = (invitationId: string) =>
      invited.organizations.answerInvitation({ invitationId, answer: 'accept' })

    await browser.organizations.invite({ ...here, email, role: 'member' })
    const first = await newestInvitation(tenant)
    await browser.organizations.resendInvitation({ ...here, invitationId: first.id })
    const second = await newestInvitation(tenant)
    expect(second.id).not.toBe(first.id)
    await expect(accept(first.id)).rejects.toThrow(refused('INVITATION_GONE'))

    await browser.organizations.cancelInvitation({ ...here, invitationId: second.id })
    await expect(accept(second.id)).rejects.toThrow(refused('INVITATION_GONE'))
    expect(await browser.organizations.invitations(here)).toEqual([])

    await browser.organizations.invite({ ...here, email, role: 'member' })
    const third = await newestInvitation(tenant)
    await asSystem('test: two days later', (tx) =>
      tx
        .update(invitation)
        .set({ expiresAt: new Date(Date.now() - 1_000) })
        .where(eq(invitation.id, third.id)),
    )
    await expect(accept(third.id)).rejects.toThrow(refused('INVITATION_GONE'))
    expect(await invited.organizations.invitation({ invitationId: third.id })).toMatchObject({
      state: 'expired',
    })
    expect(await browser.organizations.invitations(here)).toMatchObject([{ isExpired: true }])
    // Sent again, the expired one does not come back beside the new one.
    await browser.organizations.resendInvitation({ ...here, invitationId: third.id })
    expect(await browser.organizations.invitations(here)).toMatchObject([{ isExpired: false }])
  })

  test('of another organisation cannot be touched', async () => {
    const mine = await team()
    const theirs = await team()
    const theirBrowser = await asInBrowser(theirs.owner)
    await theirBrowser.organizations.invite({
      ...theirs.here,
      email: 'theirs@inbox.example',
      role: 'member',
    })
    const { id: invitationId } = await newestInvitation(theirs.tenant)
    const browser = await asInBrowser(mine.owner)
    await expect(
      browser.organizations.cancelInvitation({ ...mine.here, invitationId }),
    ).rejects.toThrow(refused('NOT_FOUND'))
    await expect(
      browser.organizations.resendInvitation({ ...mine.here, invitationId }),
    ).rejects.toThrow(refused('NOT_FOUND'))
    expect(await newestInvitation(theirs.tenant)).toMatchObject({ status: 'pending' })
  })

  test('of somebody who was removed do not hold: no way back through a second address', async () => {
    const { owner, admin, stranger, tenant, here } = await team()
    const adminBrowser = await asInBrowser(admin)
    await adminBrowser.organizations.invite({ ...here, email: stranger.email, role: 'admin' })
    const { id: invitationId } = await newestInvitation(tenant)
    const browser = await asInBrowser(owner)
    const memberId = await memberIdOf(tenant, admin)
    await browser.organizations.removeMember({ ...here, memberId })
    const second = await asInBrowser(stranger)
    await expect(
      second.organizations.answerInvitation({ invitationId, answer: 'accept' }),
    ).rejects.toThrow(refused('INVITATION_GONE'))
  })

  test('an id that does not exist is NOT_FOUND', () =>
    expect(as(null).organizations.invitation({ invitationId: Bun.randomUUIDv7() })).rejects.toThrow(
      refused('NOT_FOUND'),
    ))
})

async function personOf(email: string, person: Person): Promise<Person> {
  const [found] = await asSystem('test: find a person', (tx) =>
    tx.select({ id: user.id }).from(user).where(eq(user.email, email)),
  )
  if (!found) throw new Error(`${email} has no account.`)
  return { ...person, id: found.id }
}
