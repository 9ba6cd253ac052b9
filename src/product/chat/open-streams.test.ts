import { expect, test } from 'bun:test'
import { sql } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { session } from '#/db/schema/identity.ts'
import { createJob } from '#/product/jobs/test-world.ts'
import { as, createPerson, createTenant } from '../../../tests/people.ts'
import { until } from './test-reply-logs.ts'
import { watchStream } from './open-streams.server.ts'

/** A stream of somebody who may read it; says when it was cut. */
async function watched() {
  const person = await createPerson()
  const about = await createJob(await createTenant(await createPerson()))
  const { id: chatId } = await as(person).chat.create({ jobId: about.id })
  const sessionId = Bun.randomUUIDv7()
  const expiresAt = new Date(Date.now() + 3_600_000)
  await asSystem('test: sign in', (tx) =>
    tx.insert(session).values({ id: sessionId, token: sessionId, userId: person.id, expiresAt }),
  )
  const openedAt = performance.now()
  const stream = { cutAfterMs: undefined as number | undefined }
  const end = watchStream({
    asker: { userId: person.id, visitorId: null },
    chatId,
    sessionId,
    beat() {},
    leave() {
      stream.cutAfterMs ??= performance.now() - openedAt
      end()
    },
  })
  return Object.assign(stream, { end })
}

test('a stream is cut within five seconds when the database gives no answer', async () => {
  const stream = await watched()
  await asSystem('test: hold the sessions', async (tx) => {
    await tx.execute(sql`lock table ${session} in access exclusive mode`)
    await until(async () => stream.cutAfterMs !== undefined)
  })
  // A second more on a busy machine.
  expect(stream.cutAfterMs).toBeWithin(3_900, 6_000)
}, 20_000)

test('a process that stood still asks before it cuts', async () => {
  const stream = await watched()
  Bun.sleepSync(5_000)
  await Bun.sleep(1_500)
  expect(stream.cutAfterMs).toBeUndefined()
  stream.end()
}, 20_000)
