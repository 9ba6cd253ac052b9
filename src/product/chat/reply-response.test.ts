import { afterAll, afterEach, beforeEach, expect, test } from 'bun:test'
import { eq } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { chatMessage } from './tables.ts'
import { session, user } from '#/db/schema/identity.ts'
import { env } from '#/env.server.ts'
import { beginReply } from './begin-reply.server.ts'
import { maxStreamsOfOne } from './open-streams.server.ts'
import { readFrames, type ReplyFrame } from './reply-stream.ts'
import { stopReplies } from './running-replies.server.ts'
import { signedIn } from './test-readers.ts'
import { createJob } from '#/product/jobs/test-world.ts'
import { as, createPerson, createTenant, type Person } from '../../../tests/people.ts'
import { until } from './test-reply-logs.ts'
import { question, startScriptedModel } from './test-scripted-model.ts'
import { asInBrowser, cookieOf } from '../../../tests/sessions.ts'
import { api } from '#/api/api.ts'

const model = startScriptedModel()
const server = Bun.serve({ port: 0, idleTimeout: 60, fetch: (request) => api.handle(request) })
beforeEach(() => model.gates.start.close())
afterEach(() => stopReplies(0))
afterAll(async () => {
  await Promise.all([model.stop(), server.stop(true)])
})

/** Somebody who follows an answer that has not begun yet, over HTTP. */
async function following() {
  const person = await createPerson()
  const about = await createJob(await createTenant(await createPerson()))
  const { id: chatId } = await as(person).chat.create({ jobId: about.id })
  const cookie = await cookieOf(person)
  const connect = signedIn(() => server.url.origin, env.APP_URL, cookie)
  const text = question({ seed: 1, characters: 100, tokensPerSecond: 0 })
  await beginReply({ userId: person.id }, chatId, { text }, { models: [model.model()] })
  const leave = new AbortController()
  const response = await connect(`/api/chat/${chatId}/stream`, { signal: leave.signal })
  return { person, chatId, connect, response, leave }
}
type Following = Awaited<ReturnType<typeof following>>

/** Other tests of this process may have left theirs open. */
const openStreamsOf = (...chatIds: string[]) =>
  [...(globalThis.appOpenStreams ?? [])].filter(({ stream }) => chatIds.includes(stream.chatId))
    .length

const endings: Record<string, (open: Following) => Promise<unknown>> = {
  'who signs out': ({ connect }) => connect('/api/auth/sign-out', { method: 'POST' }),
  'whose session is ended on another device': ({ person }) => sessionsOf(person, 'end'),
  'whose session lapses': ({ person }) => sessionsOf(person, 'lapse'),
  'who is suspended by an admin': async ({ person }) =>
    (await asInBrowser(await createPerson({ role: 'admin' }))).admin.suspend({
      userId: person.id,
      reason: 'Sold a course in the chat',
    }),
  'whose account is deleted': ({ person }) =>
    asSystem('test: delete an account', (tx) => tx.delete(user).where(eq(user.id, person.id))),
  'who deletes the conversation elsewhere': ({ person, chatId }) =>
    as(person).chat.delete({ chatId }),
}

const sessionsOf = (person: Person, change: 'end' | 'lapse') =>
  asSystem('test: change sessions', async (tx) => {
    const theirs = eq(session.userId, person.id)
    if (change === 'end') await tx.delete(session).where(theirs)
    else await tx.update(session).set({ expiresAt: new Date() }).where(theirs)
  })

test('a stream ends within five seconds for whoever may not read it any more, and for nobody else', async () => {
  const stays = await following()
  const staying = stays.response.text().catch(() => 'cut')
  const results = await Promise.all(
    Object.entries(endings).map(async ([who, end]) => {
      const open = await following()
      expect(open.response.status).toBe(200)
      const started = performance.now()
      await end(open)
      const frames: ReplyFrame[] = []
      for await (const frame of readFrames(open.response.body ?? new ReadableStream())) {
        frames.push(frame)
      }
      const again = await open.connect(`/api/chat/${open.chatId}/stream`, {})
      return {
        who,
        soon: performance.now() - started < 5_000,
        said: frames.flatMap((frame) => (frame.event === 'text' ? frame.data : [])),
        refused: again.status === 401 || again.status === 404,
      }
    }),
  )
  for (const result of results) {
    expect(result).toEqual({ who: result.who, soon: true, said: [], refused: true })
  }
  // Long enough to have been looked at twice.
  const early = await Promise.race([staying, Bun.sleep(2_500)])
  expect(early).toBeUndefined()
  const status = await statusIn(stays.chatId)
  expect(status).toBe('writing')
  model.gates.start.open()
  expect(await staying).toContain('event: end\ndata: {"status":"complete"}')
}, 30_000)

const statusIn = async (chatId: string) => {
  const rows = await asSystem('test: read messages', (tx) =>
    tx.select().from(chatMessage).where(eq(chatMessage.chatId, chatId)),
  )
  return rows.find(({ role }) => role === 'assistant')?.status
}

test('a reader who leaves is forgotten, and the answer goes on', async () => {
  const { response, leave, chatId } = await following()
  await response.body?.getReader().read()
  expect(openStreamsOf(chatId)).toBe(1)
  leave.abort()
  await until(async () => openStreamsOf(chatId) === 0)
  model.gates.start.open()
  await until(async () => (await statusIn(chatId)) === 'complete')
})

test('one person cannot hold as many streams as they like, and nobody else notices', async () => {
  const greedy = await following()
  const path = `/api/chat/${greedy.chatId}/stream`
  const more: Response[] = []
  // So many at a time that others are answered in between: whoever is not asked about for long is cut.
  while (more.length < maxStreamsOfOne + 20) {
    const some = Array.from({ length: 20 }, () => greedy.connect(path, {}))
    more.push(...(await Promise.all(some)))
  }
  const taken = more.filter(({ status }) => status === 200)
  expect(taken).toHaveLength(maxStreamsOfOne - 1)
  expect(more.filter(({ status }) => status === 429)).toHaveLength(21)
  const other = await following()
  expect(other.response.status).toBe(200)
  // What is left can be had again.
  await taken[0]?.body?.cancel()
  await until(async () => openStreamsOf(greedy.chatId) === maxStreamsOfOne - 1)
  expect((await greedy.connect(path, {})).status).toBe(200)
  model.gates.start.open()
  await until(async () => openStreamsOf(greedy.chatId, other.chatId) === 0)
}, 20_000)

test('a reader who never reads holds little of a long answer, and can read on', async () => {
  const script = { seed: 3, characters: 15_000, tokensPerSecond: 0 }
  const person = await createPerson()
  const about = await createJob(await createTenant(await createPerson()))
  const { id: chatId } = await as(person).chat.create({ jobId: about.id })
  const connect = signedIn(() => server.url.origin, env.APP_URL, await cookieOf(person))
  const models = [model.model()]
  await beginReply({ userId: person.id }, chatId, { text: question(script) }, { models })
  const asleep = await Promise.all(
    Array.from({ length: 40 }, () => connect(`/api/chat/${chatId}/stream`, {})),
  )
  model.gates.start.open()
  await until(async () => (await statusIn(chatId)) === 'complete')
  const texts = await Promise.all(asleep.map(async (response) => textOf(await response.bytes())))
  expect(new Set(texts).size).toBe(1)
  expect(texts[0]?.length).toBeGreaterThanOrEqual(15_000)
})

async function textOf(bytes: Uint8Array<ArrayBuffer>) {
  let text = ''
  const body = new Response(bytes).body ?? new ReadableStream()
  for await (const frame of readFrames(body)) if (frame.event === 'text') text += frame.data
  return text
}
