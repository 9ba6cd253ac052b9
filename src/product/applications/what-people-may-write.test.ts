/**
 * Policies and column grants refuse SQL in somebody's name that writes what the server decides, or
 * reads what was taken back.
 */
import { expect, test } from 'bun:test'
import { eq } from 'drizzle-orm'
import { asSystem, asUser } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { application, applicationEvent } from './tables.ts'
import { file } from '#/platform/files/tables.ts'
import { createCv, fileOf } from '../../../tests/files.ts'
import { createJob } from '#/product/jobs/test-world.ts'
import { createPerson, createTenant, join, type Person } from '../../../tests/people.ts'

const forbidden = { cause: { code: '42501' } }
const by = <T>(person: Person, work: (tx: Tx) => Promise<T>, organizationId?: string) =>
  asUser({ userId: person.id, organizationId }, work)

async function scene() {
  const [owner, colleague, candidate] = [
    await createPerson(),
    await createPerson(),
    await createPerson(),
  ]
  const tenant = await createTenant(owner)
  await join(tenant, colleague, 'member')
  const { id: jobId } = await createJob(tenant)
  const fileId = await createCv(candidate)
  const id = Bun.randomUUIDv7()
  const handedIn = {
    id,
    organizationId: tenant.id,
    jobId,
    userId: candidate.id,
    fileId,
    candidateName: candidate.name,
    candidateEmail: candidate.email,
  }
  return { tenant, colleague, candidate, handedIn }
}

test('an application is in the own name, with an own checked file', async () => {
  const { candidate, colleague, handedIn } = await scene()
  const unchecked = fileOf(candidate)
  const foreignId = await createCv(colleague)
  await by(candidate, (tx) => tx.insert(file).values(unchecked))
  for (const given of [
    { candidateEmail: 'the-pope@vatican.example' },
    { fileId: unchecked.id },
    { fileId: foreignId },
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
  const { tenant, colleague, candidate, handedIn } = await scene()
  await by(candidate, (tx) => tx.insert(application).values(handedIn))
  const seen = () =>
    by(colleague, (tx) => tx.select().from(file).where(eq(file.id, handedIn.fileId)), tenant.id)
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
