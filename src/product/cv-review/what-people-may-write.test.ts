/** Policies and column grants refuse SQL in somebody's name that judges their own CV. */
import { expect, test } from 'bun:test'
import { asUser } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { cvReview } from './tables.ts'
import { createCv } from '../../../tests/files.ts'
import { createPerson, type Person } from '../../../tests/people.ts'

const forbidden = { cause: { code: '42501' } }
const by = <T>(person: Person, work: (tx: Tx) => Promise<T>) => asUser({ userId: person.id }, work)

test('nobody judges their own CV', async () => {
  const person = await createPerson()
  const fileId = await createCv(person)
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
    { readCharacters: 40_000 },
    { readUpTo: 'the end' },
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
