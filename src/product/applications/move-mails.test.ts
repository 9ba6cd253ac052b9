import { beforeAll, expect, test } from 'bun:test'
import { eq, sql } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { application, applicationEvent, applicationNotice } from './tables.ts'
import { testMail } from '../../../tests/local-services.ts'
import { mailsQueuedTo, nthMailTo, openInbox } from '../../../tests/auth-browser.ts'
import { handIn, movesToTell, tellMoves } from './test-world.ts'
import { createCv } from '../../../tests/files.ts'
import { as, createPerson, createTenant } from '../../../tests/people.ts'
import type { RecruiterStatus } from './application-statuses.ts'
import { mailAboutStep } from './application-mails.server.ts'
import { mailAboutMove, mailsOfMovesPerDay } from './move-mails.server.ts'

beforeAll(openInbox)

async function scene() {
  const [owner, candidate] = [await createPerson(), await createPerson({ name: 'Clara' })]
  const tenant = await createTenant(owner, 'Birch')
  const applicationId = await handIn(tenant, candidate, { fileId: await createCv(candidate) })
  const move = (from: RecruiterStatus, to: RecruiterStatus) =>
    as(owner).applications.move({ organizationSlug: tenant.slug, applicationId, from, to })
  return { owner, candidate, tenant, applicationId, move }
}
type Scene = Awaited<ReturnType<typeof scene>>

const letTimePass = ({ applicationId }: Scene) => tellMoves(applicationId)

const queuedTo = async (email: string) => (await mailsQueuedTo(email)).map(({ subject }) => subject)

const dayLater = ({ applicationId }: Scene) =>
  asSystem('test: a day goes by', (tx) =>
    tx
      .update(applicationNotice)
      .set({ createdAt: sql`${applicationNotice.createdAt} - interval '25 hours'` })
      .where(eq(applicationNotice.applicationId, applicationId)),
  )

const [interview, offer, rejected] = [
  'Birch would like to meet you',
  'Birch would like to make you an offer',
  'Your application at Birch',
]

test('forty moves are one mail, with the last status', async () => {
  const all = await scene()
  await all.move('new', 'interview')
  for (let step = 0; step < 19; step++) {
    await all.move('interview', 'rejected')
    await all.move('rejected', 'interview')
  }
  await all.move('interview', 'offer')
  expect(await queuedTo(all.candidate.email)).toEqual([])
  const waiting = await movesToTell(all.applicationId)
  expect(waiting).toHaveLength(40)
  expect(new Set(waiting.map(({ waitSeconds }) => waitSeconds))).toEqual(new Set([180]))
  await letTimePass(all)
  await letTimePass(all)
  expect((await nthMailTo(all.candidate.email, 1)).subject).toBe(offer)
  expect(await queuedTo(all.candidate.email)).toEqual([offer])
})

test('forty moves at the same moment are one mail, with the status that stands', async () => {
  const all = await scene()
  const cycle: RecruiterStatus[] = ['new', 'interview', 'in_review', 'rejected', 'new']
  const steps = Array.from({ length: 40 }, (_, index) => index % 4)
  await Promise.allSettled(
    steps.map((step) => all.move(cycle[step] ?? 'new', cycle[step + 1] ?? 'new')),
  )
  const [stands] = await asSystem('test: the status', (tx) =>
    tx
      .select({ status: application.status })
      .from(application)
      .where(eq(application.id, all.applicationId)),
  )
  await letTimePass(all)
  const expected = { interview: [interview], rejected: [rejected] }
  const status = stands?.status
  expect(await queuedTo(all.candidate.email)).toEqual(
    status === 'interview' || status === 'rejected' ? expected[status] : [],
  )
})

test('moved back before the mail went out, nothing is sent', async () => {
  const all = await scene()
  await all.move('new', 'rejected')
  await all.move('rejected', 'in_review')
  await letTimePass(all)
  expect(await queuedTo(all.candidate.email)).toEqual([])

  await all.move('in_review', 'interview')
  await letTimePass(all)
  await all.move('interview', 'rejected')
  await all.move('rejected', 'interview')
  await letTimePass(all)
  expect(await queuedTo(all.candidate.email)).toEqual([interview])
})

test('a withdrawn application sends no news', async () => {
  const all = await scene()
  await all.move('new', 'interview')
  await as(all.candidate).applications.withdraw({ applicationId: all.applicationId })
  await letTimePass(all)
  expect(await queuedTo(all.candidate.email)).toEqual([])
})

test('after three mails in a day the last status waits, and arrives', async () => {
  expect(mailsOfMovesPerDay).toBe(3)
  const all = await scene()
  await all.move('new', 'interview')
  await letTimePass(all)
  await all.move('interview', 'offer')
  await letTimePass(all)
  await all.move('offer', 'interview')
  await letTimePass(all)
  const told = [interview, offer, interview]
  expect(await queuedTo(all.candidate.email)).toEqual(told)

  await all.move('interview', 'offer')
  await letTimePass(all)
  await all.move('offer', 'rejected')
  const [last] = (await movesToTell(all.applicationId)).slice(-1)
  await mailAboutMove(last?.eventId ?? '')
  expect(await queuedTo(all.candidate.email)).toEqual(told)
  const [postponed] = (await movesToTell(all.applicationId)).slice(-1)
  expect(postponed?.eventId).toBe(last?.eventId)
  expect(postponed?.waitSeconds).toBeGreaterThan(24 * 3_600 - 60)
  expect(postponed?.waitSeconds).toBeLessThanOrEqual(24 * 3_600)

  await dayLater(all)
  await letTimePass(all)
  expect(await queuedTo(all.candidate.email)).toEqual([...told, rejected])
})

test('each application has a bound of its own', async () => {
  const [one, other] = [await scene(), await scene()]
  for (const all of [one, other]) {
    await all.move('new', 'rejected')
    await letTimePass(all)
    expect(await queuedTo(all.candidate.email)).toEqual([rejected])
  }
})

test('a process that dies after the notice, or after the mail was queued, sends one mail', async () => {
  const all = await scene()
  await all.move('new', 'interview')
  const [job] = await movesToTell(all.applicationId)
  const eventId = job?.eventId ?? ''
  // It died between the two.
  await asSystem('test: the notice alone', (tx) =>
    tx.insert(applicationNotice).values({
      organizationId: all.tenant.id,
      applicationId: all.applicationId,
      eventId,
      userId: all.candidate.id,
      toStatus: 'interview',
      mailId: eventId,
    }),
  )
  // A colleague moved it on before the retry; both were decided, so both are told.
  await all.move('interview', 'offer')
  await mailAboutMove(eventId)
  await Promise.all([mailAboutMove(eventId), mailAboutMove(eventId)])
  expect(await queuedTo(all.candidate.email)).toEqual([interview])
  await letTimePass(all)
  expect(await queuedTo(all.candidate.email)).toEqual([interview, offer])
})

test('a process that dies right after the step leaves its mail to the queue, once', async () => {
  const all = await scene()
  const eventId = Bun.randomUUIDv7()
  await asSystem('test: a step whose process died', async (tx) => {
    await tx
      .update(application)
      .set({ status: 'interview' })
      .where(eq(application.id, all.applicationId))
    await tx.insert(applicationEvent).values({
      id: eventId,
      organizationId: all.tenant.id,
      applicationId: all.applicationId,
      actorId: all.owner.id,
      fromStatus: 'new',
      toStatus: 'interview',
    })
  })
  await mailAboutStep(eventId)
  await mailAboutStep(eventId)
  expect(await movesToTell(all.applicationId)).toEqual([{ eventId, waitSeconds: 180 }])
  await letTimePass(all)
  expect((await nthMailTo(all.candidate.email, 1)).subject).toBe(interview)
  expect((await testMail()).messages({ to: all.candidate.email })).toHaveLength(1)
})

test('a step that was refused, or deleted since, sends nothing', async () => {
  await mailAboutMove(Bun.randomUUIDv7())
  const all = await scene()
  await all.move('new', 'interview')
  const waiting = await movesToTell(all.applicationId)
  await asSystem('test: the application is gone', (tx) =>
    tx.delete(application).where(eq(application.id, all.applicationId)),
  )
  for (const { eventId } of waiting) await mailAboutMove(eventId)
  expect(await queuedTo(all.candidate.email)).toEqual([])
})
