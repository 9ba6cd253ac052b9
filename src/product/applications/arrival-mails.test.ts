import { beforeAll, expect, test } from 'bun:test'
import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { api } from '#/api/api.ts'
import { asSystem } from '#/db/access.server.ts'
import { application, applicationEvent, applicationNotice } from './tables.ts'
import { mailsQueuedTo, nthMailTo, openInbox } from '../../../tests/auth-browser.ts'
import { createCv } from '../../../tests/files.ts'
import { createJob } from '#/product/jobs/test-world.ts'
import { testMail } from '../../../tests/local-services.ts'
import { as, createPerson, createTenant, join, type Person } from '../../../tests/people.ts'
import {
  mailAboutArrivals,
  noteArrival,
  secondsBetweenArrivalMails,
} from './arrival-mails.server.ts'
import { unsubscribeHeaders } from './unsubscribe.server.ts'

beforeAll(openInbox)

async function scene() {
  const [owner, admin, recruiter, colleague, candidate] = await Promise.all(
    ['Olga', 'Adam', 'Rita', 'Mia', 'Clara'].map((name) => createPerson({ name })),
  )
  if (!owner || !admin || !recruiter || !colleague || !candidate) throw new Error('Nobody.')
  const tenant = await createTenant(owner, 'Birch')
  await join(tenant, admin, 'admin')
  await join(tenant, recruiter, 'member')
  await join(tenant, colleague, 'member')
  const opening = await createJob(tenant, { title: 'Baker' })
  return { owner, admin, recruiter, colleague, candidate, tenant, opening }
}
type Scene = Awaited<ReturnType<typeof scene>>

/** As many people as wanted, each with one application. */
async function handIn({ tenant, candidate }: Scene, jobId: string, number: number) {
  const fileId = await createCv(candidate)
  const all = Array.from({ length: number }, () => ({
    id: Bun.randomUUIDv7(),
    eventId: Bun.randomUUIDv7(),
    userId: Bun.randomUUIDv7(),
    fileId: Bun.randomUUIDv7(),
  }))
  await asSystem('test: a burst of applications', async (tx) => {
    await tx.execute(sql`insert into "user" (id, name, email)
      select u, 'Someone', u || '@people.example' from jsonb_array_elements_text(${JSON.stringify(all.map(({ userId }) => userId))}::jsonb) u`)
    for (const one of all) {
      await tx.execute(sql`insert into file (id, user_id, storage_key, name, content_type, size_bytes, status)
        select ${one.fileId}, ${one.userId}, ${`files/${one.fileId}`}, name, content_type, size_bytes, status from file where id = ${fileId}`)
    }
    await tx.insert(application).values(
      all.map((one) => ({
        id: one.id,
        organizationId: tenant.id,
        jobId,
        userId: one.userId,
        fileId: one.fileId,
        candidateName: 'Someone',
        candidateEmail: `${one.userId}@people.example`,
      })),
    )
    await tx.insert(applicationEvent).values(
      all.map((one) => ({
        id: one.eventId,
        organizationId: tenant.id,
        applicationId: one.id,
        actorId: one.userId,
        toStatus: 'new' as const,
      })),
    )
  })
  return all
}

/** The same, and those whom they concern are noted. */
async function arrive(scene: Scene, jobId: string, number: number) {
  const all = await handIn(scene, jobId, number)
  const { id: organizationId } = scene.tenant
  for (const { id: applicationId, eventId } of all) {
    await noteArrival({ organizationId, applicationId, jobId, eventId })
  }
  return all
}

const queuedTo = ({ email }: Person) => mailsQueuedTo(email)

/** The digests that wait for their hour. */
async function waitingFor({ tenant }: Scene, person: Person) {
  const found = await asSystem('test: what waits', (tx) =>
    tx.execute(sql`select round(extract(epoch from start_after - created_on))::int as wait
      from pgboss.job where name = 'mail-about-arrivals' and data->>'userId' = ${person.id}
        and data->>'organizationId' = ${tenant.id} and start_after > now() + interval '1 minute'`),
  )
  return z.object({ rows: z.array(z.object({ wait: z.number() })) }).parse(found).rows
}

const tell = ({ tenant }: Scene, person: Person) =>
  mailAboutArrivals({ organizationId: tenant.id, userId: person.id })

const hourLater = ({ tenant }: Scene) =>
  asSystem('test: an hour goes by', (tx) =>
    tx
      .update(applicationNotice)
      .set({ mailedAt: sql`${applicationNotice.mailedAt} - interval '61 minutes'` })
      .where(eq(applicationNotice.organizationId, tenant.id)),
  )

test('those who work on the job are told, without any, those who run the organisation', async () => {
  const all = await scene()
  await arrive(all, all.opening.id, 1)
  for (const person of [all.owner, all.admin]) {
    await tell(all, person)
    expect(await queuedTo(person)).toMatchObject([{ subject: 'Someone applied: Baker' }])
  }
  for (const person of [all.recruiter, all.colleague]) {
    await tell(all, person)
    expect(await queuedTo(person)).toEqual([])
  }

  const here = { organizationSlug: all.tenant.slug, jobId: all.opening.id }
  await as(all.recruiter).jobs.manage.close(here)
  await as(all.recruiter).jobs.manage.publish(here)
  const second = await createPerson()
  const fileId = await createCv(second)
  await as(second).applications.apply({
    jobSlug: all.opening.slug,
    name: 'Second',
    fileId,
    coverNote: '',
  })
  expect((await nthMailTo(all.recruiter.email, 1)).subject).toBe('Second applied: Baker')
  await hourLater(all)
  await tell(all, all.owner)
  expect(await queuedTo(all.owner)).toHaveLength(1)
  expect(await queuedTo(all.colleague)).toEqual([])
})

test('moving an application is work on its job, and leaving the organisation ends it', async () => {
  const all = await scene()
  const [first] = await arrive(all, all.opening.id, 1)
  await as(all.colleague).applications.move({
    organizationSlug: all.tenant.slug,
    applicationId: first?.id ?? '',
    from: 'new',
    to: 'in_review',
  })
  await arrive(all, all.opening.id, 1)
  await tell(all, all.colleague)
  expect(await queuedTo(all.colleague)).toHaveLength(1)
  await asSystem('test: a member leaves', (tx) =>
    tx.execute(
      sql`delete from member where organization_id = ${all.tenant.id} and user_id = ${all.colleague.id}`,
    ),
  )
  await hourLater(all)
  await arrive(all, all.opening.id, 1)
  await tell(all, all.colleague)
  await tell(all, all.admin)
  expect(await queuedTo(all.colleague)).toHaveLength(1)
  expect((await queuedTo(all.admin)).length).toBe(2)
})

test('a burst of 60 applications is two mails, the second with their number by job', async () => {
  const all = await scene()
  const cook = await createJob(all.tenant, { title: 'Cook' })
  await arrive(all, all.opening.id, 1)
  await tell(all, all.owner)
  await arrive(all, all.opening.id, 45)
  await arrive(all, cook.id, 15)
  for (let time = 0; time < 3; time++) await tell(all, all.owner)
  expect(await queuedTo(all.owner)).toHaveLength(1)
  expect(await waitingFor(all, all.owner)).toEqual([{ wait: expect.any(Number) }])
  const [digest] = await waitingFor(all, all.owner)
  expect(digest?.wait).toBeGreaterThan(secondsBetweenArrivalMails - 120)
  expect(digest?.wait).toBeLessThanOrEqual(secondsBetweenArrivalMails + 1)

  await hourLater(all)
  await Promise.all([tell(all, all.owner), tell(all, all.owner)])
  const mails = await queuedTo(all.owner)
  expect(mails).toHaveLength(2)
  expect(mails[1]?.subject).toBe('60 new applications at Birch')
  const { text } = await nthMailTo(all.owner.email, 2)
  expect(text.replaceAll(/\s+/g, ' ')).toContain(
    '60 people have applied since the last email: Baker (45) and Cook (15).',
  )
}, 120_000)

test('withdrawn before the mail, it is not counted', async () => {
  const all = await scene()
  await arrive(all, all.opening.id, 1)
  await tell(all, all.owner)
  const [one] = await arrive(all, all.opening.id, 3)
  await asSystem('test: a withdrawal', (tx) =>
    tx
      .update(application)
      .set({ status: 'withdrawn' })
      .where(eq(application.id, one?.id ?? '')),
  )
  await hourLater(all)
  await tell(all, all.owner)
  expect((await queuedTo(all.owner))[1]?.subject).toBe('2 new applications at Birch')
})

test('a process that dies before the mail is queued, or before it is noted, sends one', async () => {
  const all = await scene()
  const claimed = await handIn(all, all.opening.id, 2)
  const mailId = Bun.randomUUIDv7()
  await asSystem('test: claimed, and died', (tx) =>
    tx.insert(applicationNotice).values(
      claimed.map(({ id, eventId }) => ({
        organizationId: all.tenant.id,
        applicationId: id,
        eventId,
        userId: all.owner.id,
        toStatus: 'new' as const,
        mailId,
      })),
    ),
  )
  await arrive(all, all.opening.id, 1)
  await tell(all, all.owner)
  await asSystem('test: queued, and died', (tx) =>
    tx.execute(sql`update application_notice set mailed_at = null
      where organization_id = ${all.tenant.id} and user_id = ${all.owner.id} and mail_id is not null`),
  )
  await tell(all, all.owner)
  expect((await queuedTo(all.owner)).map(({ subject }) => subject)).toEqual([
    '2 new applications at Birch',
  ])
  // The third was not lost: it waits for its hour.
  expect((await waitingFor(all, all.owner)).length).toBeGreaterThan(0)
  await hourLater(all)
  await tell(all, all.owner)
  expect((await queuedTo(all.owner))[1]?.subject).toBe('Someone applied: Baker')
})

test('each can turn these mails off, also what already waits, and on again', async () => {
  const all = await scene()
  const { owner, admin } = all
  expect(await as(owner).applications.mailPreferences()).toEqual({ newApplications: true })
  await arrive(all, all.opening.id, 1)
  await tell(all, owner)
  await tell(all, admin)
  await arrive(all, all.opening.id, 1)
  await as(owner).applications.changeMailPreferences({ newApplications: false })
  await hourLater(all)
  await tell(all, owner)
  await tell(all, admin)
  expect(await queuedTo(owner)).toHaveLength(1)
  expect(await queuedTo(admin)).toHaveLength(2)
  await as(owner).applications.changeMailPreferences({ newApplications: true })
  await tell(all, owner)
  expect(await queuedTo(owner)).toHaveLength(1)
  await arrive(all, all.opening.id, 1)
  await tell(all, owner)
  expect(await queuedTo(owner)).toHaveLength(2)
})

test('when those at work on a job want no mails, the owners and admins hear of it', async () => {
  const all = await scene()
  const here = { organizationSlug: all.tenant.slug, jobId: all.opening.id }
  await as(all.recruiter).jobs.manage.close(here)
  await as(all.recruiter).jobs.manage.publish(here)
  await as(all.recruiter).applications.changeMailPreferences({ newApplications: false })
  await as(all.admin).applications.changeMailPreferences({ newApplications: false })
  await arrive(all, all.opening.id, 1)
  for (const person of [all.recruiter, all.admin, all.owner]) await tell(all, person)
  expect(await queuedTo(all.recruiter)).toEqual([])
  expect(await queuedTo(all.admin)).toEqual([])
  expect(await queuedTo(all.owner)).toHaveLength(1)
})

test('the mail leads to the switch, and a mail program turns it off with one click', async () => {
  const all = await scene()
  await arrive(all, all.opening.id, 1)
  await tell(all, all.owner)
  const mail = await nthMailTo(all.owner.email, 1)
  expect(mail.text).toContain('/account#mails')
  const headers = unsubscribeHeaders(all.owner.id)
  const sent = (await (await testMail()).parts(mail.id))?.headers ?? []
  for (const [name, value] of Object.entries(headers)) {
    expect(sent).toContainEqual({ name, value })
  }
  expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
  const url = headers['List-Unsubscribe']?.slice(1, -1) ?? ''
  const click = (address: string) =>
    api.handle(
      new Request(address, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      }),
    )
  const wanted = () => as(all.owner).applications.mailPreferences()

  const forged = new URL(url)
  forged.searchParams.set('person', all.admin.id)
  for (const address of [forged.href, `${url}x`, url.replace(/signature=.*/, 'signature=')]) {
    expect((await click(address)).status).toBe(404)
  }
  expect((await api.handle(new Request(url))).headers.get('location')).toBe('/account#mails')
  expect(await wanted()).toEqual({ newApplications: true })
  expect((await click(url)).status).toBe(204)
  expect((await click(url)).status).toBe(204)
  expect(await wanted()).toEqual({ newApplications: false })
  expect(await as(all.admin).applications.mailPreferences()).toEqual({ newApplications: true })
})
