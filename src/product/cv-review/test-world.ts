import { asSystem } from '#/db/access.server.ts'
import { cvReview } from './tables.ts'
import type { Person } from '../../../tests/people.ts'

/** A finished review, as if the model had written it. */
export async function createReview(person: Person, fileId: string, score = 71): Promise<string> {
  const id = Bun.randomUUIDv7()
  await asSystem('test: a review', (tx) =>
    tx.insert(cvReview).values({
      id,
      userId: person.id,
      fileId,
      status: 'done',
      locale: 'en',
      score,
      headline: 'A solid CV',
      readCharacters: 40_000,
      readUpTo: 'Led nine people',
    }),
  )
  return id
}
