import { beforeAll, expect, test } from 'bun:test'
import { enqueue } from '#/adapters/queue.server.ts'
import { asSystem } from '#/db/access.server.ts'
import { cvReview } from './tables.ts'
import { deleteAccount } from '#/platform/identity/delete-account.server.ts'
import { createCv } from '../../../tests/files.ts'
import { testStorage } from '../../../tests/local-services.ts'
import { createPerson } from '../../../tests/people.ts'
import { rowsLeftOf } from '../../../tests/rows-with.ts'
import { reviewCvJob } from './jobs.server.ts'

beforeAll(testStorage)

test('a review that waits in the queue is forgotten with the account', async () => {
  const person = await createPerson()
  const id = Bun.randomUUIDv7()
  const row = { id, userId: person.id, fileId: await createCv(person), locale: 'en' }
  await asSystem('test: a review', (tx) => tx.insert(cvReview).values(row))
  await enqueue(reviewCvJob, { reviewId: id, userId: person.id }, { afterSeconds: 3_600 })
  await deleteAccount(person)
  expect(await rowsLeftOf(person.id)).toEqual([])
  expect(await rowsLeftOf(id)).toEqual([])
})
