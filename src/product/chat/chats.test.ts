import { expect, test } from 'bun:test'
import { ORPCError } from '@orpc/client'
import { eq } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { chat, chatMessage } from './tables.ts'
import { job } from '#/product/jobs/tables.ts'
import { createJob } from '#/product/jobs/test-world.ts'
import { as, createPerson, createTenant } from '../../../tests/people.ts'
import { titleFrom } from './begin-reply.server.ts'

const aJob = async () => createJob(await createTenant(await createPerson(), 'Oak'))
/** How it was refused; null when it was not. */
const refusalOf = (call: Promise<unknown>): Promise<string | null> =>
  call.then(
    () => null,
    (error: unknown) => (error instanceof ORPCError ? error.code : String(error)),
  )

test('a conversation begins about a published job and is listed with it', async () => {
  const person = await createPerson()
  const published = await aJob()
  const created = await as(person).chat.create({ jobId: published.id })
  expect(created.job).toEqual({
    id: published.id,
    slug: published.slug,
    title: 'Backend engineer',
    organization: 'Oak',
  })
  expect(await as(person).chat.list({})).toEqual({
    chats: [created],
    page: 1,
    pageCount: 1,
    questionsLeft: null,
  })
  expect(await as(person).chat.read({ chatId: created.id })).toEqual({
    chat: created,
    messages: [],
  })
})

test('a draft, a closed and an unknown job cannot be asked about', async () => {
  const owner = await createPerson()
  const tenant = await createTenant(owner)
  const draft = await createJob(tenant, { status: 'draft' })
  const closed = await createJob(tenant, { status: 'closed' })
  for (const jobId of [draft.id, closed.id, Bun.randomUUIDv7()]) {
    expect(await refusalOf(as(owner).chat.create({ jobId }))).toBe('NOT_FOUND')
  }
})

test('conversations are private: to somebody else, the tenant included, they do not exist', async () => {
  const owner = await createPerson()
  const tenant = await createTenant(owner)
  const published = await createJob(tenant)
  const person = await createPerson()
  const { id: chatId } = await as(person).chat.create({ jobId: published.id })
  for (const stranger of [owner, await createPerson({ role: 'admin' })]) {
    const client = as(stranger).chat
    expect((await client.list({})).chats).toEqual([])
    expect(await refusalOf(client.read({ chatId }))).toBe('NOT_FOUND')
    expect(await refusalOf(client.rename({ chatId, title: 'mine' }))).toBe('NOT_FOUND')
    expect(await refusalOf(client.delete({ chatId }))).toBe('NOT_FOUND')
  }
  expect(await refusalOf(as(null).chat.list({}))).toBe('UNAUTHORIZED')
  expect(await refusalOf(as(null).chat.read({ chatId }))).toBe('UNAUTHORIZED')
  expect(await refusalOf(as(null).chat.create({ jobId: published.id }))).toBe('FORBIDDEN')
  expect(await refusalOf(as(null).chat.delete({ chatId }))).toBe('UNAUTHORIZED')
  expect((await as(person).chat.read({ chatId })).chat.title).toBe('')
})

test('a new name does not move a conversation in the list; a deleted one is gone', async () => {
  const person = await createPerson()
  const older = await as(person).chat.create({ jobId: (await aJob()).id })
  const newer = await as(person).chat.create({ jobId: (await aJob()).id })
  const ids = async () => (await as(person).chat.list({})).chats.map(({ id }) => id)

  expect((await as(person).chat.rename({ chatId: older.id, title: ' Pay ' })).title).toBe('Pay')
  expect(await ids()).toEqual([newer.id, older.id])
  await as(person).chat.delete({ chatId: newer.id })
  expect(await ids()).toEqual([older.id])
})

test('the list has pages, and can be narrowed to a job', async () => {
  const person = await createPerson()
  const [one, other] = [await aJob(), await aJob()]
  await asSystem('test: many conversations', (tx) =>
    tx
      .insert(chat)
      .values(Array.from({ length: 21 }, () => ({ ownerId: person.id, jobId: one.id }))),
  )
  const { id } = await as(person).chat.create({ jobId: other.id })
  const first = await as(person).chat.list({})
  expect({ pages: first.pageCount, rows: first.chats.length }).toEqual({ pages: 2, rows: 20 })
  expect((await as(person).chat.list({ page: 2 })).chats.length).toBe(2)
  expect((await as(person).chat.list({ jobId: other.id })).chats.map((row) => row.id)).toEqual([id])
})

test('when the job is taken down the conversation can still be read, without the job', async () => {
  const person = await createPerson()
  const published = await aJob()
  const { id: chatId } = await as(person).chat.create({ jobId: published.id })
  await asSystem('test: close', (tx) =>
    tx.update(job).set({ status: 'closed' }).where(eq(job.id, published.id)),
  )
  expect((await as(person).chat.read({ chatId })).chat.job).toBeNull()
})

test('an answer whose producer is gone is found to be interrupted when it is read', async () => {
  const person = await createPerson()
  const published = await aJob()
  const { id: chatId } = await as(person).chat.create({ jobId: published.id })
  const messageId = Bun.randomUUIDv7()
  const orphan = (updatedAt: Date) =>
    asSystem('test: an orphan', async (tx) => {
      await tx.delete(chatMessage).where(eq(chatMessage.chatId, chatId))
      await tx.insert(chatMessage).values({
        id: messageId,
        ownerId: person.id,
        chatId,
        role: 'assistant',
        content: 'As far as',
        status: 'writing',
        updatedAt,
      })
      await tx
        .update(chat)
        .set({ activeReplyId: `${messageId}.1` })
        .where(eq(chat.id, chatId))
    })

  await orphan(new Date())
  const fresh = await as(person).chat.read({ chatId })
  expect([fresh.messages[0]?.status, fresh.chat.replying]).toEqual(['writing', true])

  await orphan(new Date(Date.now() - 7_000))
  const stale = await as(person).chat.read({ chatId })
  expect(stale.messages[0]).toMatchObject({ status: 'interrupted', content: 'As far as' })
  expect(stale.chat.replying).toBe(false)
})

test('a title is the first question in one line, cut between words', () => {
  expect(titleFrom('Is it\n  remote?')).toBe('Is it remote?')
  const title = titleFrom('word '.repeat(40))
  expect(title.length).toBeLessThanOrEqual(80)
  expect(title.endsWith('word…')).toBe(true)
})
