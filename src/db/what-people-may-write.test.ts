/**
 * What the procedures never do, but SQL in somebody's name could try: writing what is for the server
 * to say, and reading what was taken back. The policies and column grants refuse it.
 */
import { expect, test } from 'bun:test'
import { eq } from 'drizzle-orm'
import { createJob } from '../../tests/jobs.ts'
import { createPerson, createTenant, join, type Person } from '../../tests/people.ts'
import { asSystem, asUser } from './access.server.ts'
import { application, applicationEvent } from './schema/applications.ts'
import { cvReview } from './schema/cv-reviews.ts'
import { file } from './schema/files.ts'
import type { Tx } from './connection.ts'

const forbidden = { cause: { code: '42501' } }
const by = <T>(person: Person, work: (tx: Tx) => Promise<T>, organizationId?: string) =>
  asUser({ userId: person.id, organizationId }, work)

const place = (person: Person, given: Partial<typeof file.$inferInsert> = {}) => {
  const id = Bun.randomUUIDv7()
  const row = { id, userId: person.id, storageKey: `files/${id}`, name: 'cv.pdf', sizeBytes: 1 }
  return { ...row, contentType: 'application/pdf', ...given }
}

async function readyFile(person: Person) {
  const row = place(person, { status: 'ready' })
  await asSystem('test: a checked file', (tx) => tx.insert(file).values(row))
  return row
}

async function scene() {
  const [owner, colleague, candidate] = [
    await createPerson(),
    await createPerson(),
    await createPerson(),
  ]
  const tenant = await createTenant(owner)
  await join(tenant, colleague, 'member')
  const { id: jobId } = await createJob(tenant)
  const cv = await readyFile(candidate)
  const id = Bun.randomUUIDv7()
  const handedIn = {
    id,
    organizationId: tenant.id,
    jobId,
    userId: candidate.id,
    fileId: cv.id,
    candidateName: candidate.name,
    candidateEmail: candidate.email,
  }
  return { tenant, colleague, candidate, cv, handedIn }
}

test('a file is at most asked for: not where it lies, not that it was checked', async () => {
  const person = await createPerson()
  await by(person, (tx) => tx.insert(file).values(place(person)))
  for (const given of [
    { status: 'ready' as const },
    { storageKey: `files/${Bun.randomUUIDv7()}` },
    { sha256: 'ab' },
    { userId: (await createPerson()).id },
  ]) {
    const claim = by(person, (tx) => tx.insert(file).values(place(person, given)))
    await expect(claim).rejects.toMatchObject(forbidden)
  }
  const change = by(person, (tx) => tx.update(file).set({ status: 'ready' }))
  await expect(change).rejects.toMatchObject(forbidden)
})

test('nobody judges their own CV', async () => {
  const person = await createPerson()
  const { id: fileId } = await readyFile(person)
  const review = { userId: person.id, fileId, locale: 'en' }
  for (const given of [
    { status: 'done' as const, score: 99 },
    { score: 99 },
    { headline: 'Brilliant' },
    { summary: 'Brilliant' },
    { strengths: [{ title: 'Brilliant', detail: 'Brilliant', quote: null }] },
    { gaps: [{ title: 'None', detail: 'None', quote: null }] },
    { skills: ['Everything'] },
    { missingSections: ['none'] },
    { yearsOfExperience: 40 },
    { model: 'mine' },
    { failure: 'none' },
    { finishedAt: new Date() },
  ]) {
    const claim = by(person, (tx) => tx.insert(cvReview).values({ ...review, ...given }))
    await expect(claim).rejects.toMatchObject(forbidden)
  }
  await by(person, (tx) => tx.insert(cvReview).values(review))
  for (const given of [{ score: 99 }, { status: 'done' as const }, { headline: 'Brilliant' }]) {
    await expect(by(person, (tx) => tx.update(cvReview).set(given))).rejects.toMatchObject(
      forbidden,
    )
  }
})

test('an application is in the own name, with an own checked file', async () => {
  const { candidate, colleague, handedIn } = await scene()
  const [unchecked, foreign] = [place(candidate), await readyFile(colleague)]
  await by(candidate, (tx) => tx.insert(file).values(unchecked))
  for (const given of [
    { candidateEmail: 'the-pope@vatican.example' },
    { fileId: unchecked.id },
    { fileId: foreign.id },
    { status: 'offer' as const },
    { userId: colleague.id },
  ]) {
    const claim = by(candidate, (tx) => tx.insert(application).values({ ...handedIn, ...given }))
    await expect(claim).rejects.toMatchObject(forbidden)
  }
  await by(candidate, (tx) => tx.insert(application).values(handedIn))
})

test('history tells of steps that were taken, and is never rewritten', async () => {
  const { tenant, colleague, candidate, handedIn } = await scene()
  await by(candidate, (tx) => tx.insert(application).values(handedIn))
  const event = { organizationId: tenant.id, applicationId: handedIn.id, actorId: colleague.id }
  const tell = (toStatus: 'offer' | 'new') =>
    by(colleague, (tx) => tx.insert(applicationEvent).values({ ...event, toStatus }), tenant.id)
  await expect(tell('offer')).rejects.toMatchObject(forbidden)
  const before = by(
    colleague,
    (tx) =>
      tx
        .insert(applicationEvent)
        .values({ ...event, toStatus: 'new', createdAt: new Date('2001-01-01') }),
    tenant.id,
  )
  await expect(before).rejects.toMatchObject(forbidden)
  await tell('new')
  const rewrite = asSystem('test: rewrite history', (tx) =>
    tx.update(applicationEvent).set({ toStatus: 'hired' }),
  )
  await expect(rewrite).rejects.toMatchObject(forbidden)
})

test('what was handed in is taken back with the application', async () => {
  const { tenant, colleague, candidate, cv, handedIn } = await scene()
  await by(candidate, (tx) => tx.insert(application).values(handedIn))
  const seen = () =>
    by(colleague, (tx) => tx.select().from(file).where(eq(file.id, cv.id)), tenant.id)
  expect(await seen()).toHaveLength(1)
  const claim = by(
    colleague,
    (tx) => tx.update(application).set({ status: 'withdrawn' }),
    tenant.id,
  )
  await expect(claim).rejects.toMatchObject(forbidden)
  await by(candidate, (tx) => tx.update(application).set({ status: 'withdrawn' }))
  expect(await seen()).toHaveLength(0)
})

test('what was withdrawn stays so, also for a candidate who is a member of the organisation', async () => {
  const { tenant, candidate, handedIn } = await scene()
  await join(tenant, candidate, 'admin')
  await by(candidate, (tx) => tx.insert(application).values(handedIn))
  await by(candidate, (tx) => tx.update(application).set({ status: 'withdrawn' }), tenant.id)
  const hired = await by(
    candidate,
    (tx) => tx.update(application).set({ status: 'hired' }).returning({ id: application.id }),
    tenant.id,
  )
  expect(hired).toEqual([])
})
