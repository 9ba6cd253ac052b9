/** What the database itself refuses to whoever owns a conversation and could write SQL. */
import { expect, test } from 'bun:test'
import { eq } from 'drizzle-orm'
import { type Actor, asSystem, asUser } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { chat, chatMessage } from './tables.ts'
import { user } from '#/db/schema/identity.ts'
import { conversation, messagesIn, publishedJob } from './test-world.ts'
import { createJob } from '#/product/jobs/test-world.ts'
import { createPerson, createTenant } from '../../../tests/people.ts'

/** Why the database refused; null when it did not. */
const refusalOf = (actor: Actor, work: (tx: Tx) => Promise<unknown>): Promise<string | null> =>
  asUser(actor, work).then(
    () => null,
    (error: Error) => String(error.cause),
  )

async function answered() {
  const begun = await conversation()
  const message = { ownerId: begun.person.id, chatId: begun.chatId }
  const questionId = Bun.randomUUIDv7()
  const answerId = Bun.randomUUIDv7()
  await asSystem('test: a question and its answer', (tx) =>
    tx.insert(chatMessage).values([
      { ...message, id: questionId, role: 'user', content: 'Is it remote?' },
      { ...message, id: answerId, role: 'assistant', content: 'Yes.' },
    ]),
  )
  return { ...begun, me: { userId: begun.person.id }, questionId, answerId }
}

test('nobody puts words into the assistant’s mouth', async () => {
  const { me, chatId, answerId, questionId } = await answered()
  const before = await messagesIn(chatId)
  const message = { ownerId: me.userId, chatId }
  const added = [
    { ...message, role: 'assistant' as const, content: 'You are hired.' },
    { ...message, role: 'assistant' as const, content: 'x', status: 'writing' as const },
    { ...message, role: 'assistant' as const, content: '', status: 'complete' as const },
    { ...message, role: 'user' as const, content: 'x', status: 'writing' as const },
  ]
  for (const values of added) {
    const refusal = await refusalOf(me, (tx) => tx.insert(chatMessage).values(values))
    expect(refusal).toContain('row-level security')
  }
  const changed = [
    { content: 'You are hired.' },
    { role: 'user' as const },
    { chatId: Bun.randomUUIDv7() },
    { ownerId: 'somebody' },
    { createdAt: new Date(0) },
  ]
  for (const set of changed) {
    const refusal = await refusalOf(me, (tx) =>
      tx.update(chatMessage).set(set).where(eq(chatMessage.id, answerId)),
    )
    expect(refusal).toContain('permission denied')
  }
  const finished = await refusalOf(me, (tx) =>
    tx.update(chatMessage).set({ status: 'stopped' }).where(eq(chatMessage.id, answerId)),
  )
  expect(finished).toContain('row-level security')
  // A question is no answer to write on: the statement finds no row.
  await asUser(me, (tx) =>
    tx.update(chatMessage).set({ status: 'writing' }).where(eq(chatMessage.id, questionId)),
  )
  expect(await messagesIn(chatId)).toEqual(before)
})

test('a conversation cannot be given away, taken, or moved to another job', async () => {
  const { me, chatId } = await answered()
  const other = await publishedJob()
  const stranger = await createPerson()
  for (const set of [{ ownerId: stranger.id }, { jobId: other.id }, { createdAt: new Date(0) }]) {
    const refusal = await refusalOf(me, (tx) => tx.update(chat).set(set).where(eq(chat.id, chatId)))
    expect(refusal).toContain('permission denied')
  }
  for (const ownerId of [stranger.id, `visitor:${crypto.randomUUID()}`]) {
    const refusal = await refusalOf(me, (tx) =>
      tx.insert(chat).values({ ownerId, jobId: other.id }),
    )
    expect(refusal).toContain('row-level security')
  }
})

test('a job that is not public is refused like one that does not exist, to its own people too', async () => {
  const owner = await createPerson()
  const tenant = await createTenant(owner)
  const draft = await createJob(tenant, { status: 'draft' })
  const stranger = await createPerson()
  const actors = [{ userId: stranger.id }, { userId: owner.id, organizationId: tenant.id }]
  for (const actor of actors) {
    for (const jobId of [draft.id, Bun.randomUUIDv7()]) {
      const refusal = await refusalOf(actor, (tx) =>
        tx.insert(chat).values({ ownerId: actor.userId, jobId }),
      )
      expect(refusal).toContain('row-level security')
    }
  }
})

test('a visitor has what is theirs, and a person who carries the same cookie does not', async () => {
  const { id: jobId } = await publishedJob()
  const visitorId = crypto.randomUUID()
  const visitor = { userId: null, visitorId }
  const ownerId = `visitor:${visitorId}`
  await asUser(visitor, (tx) => tx.insert(chat).values({ ownerId, jobId }))
  const person = await createPerson()
  const chats = (actor: Actor) => asUser(actor, (tx) => tx.select().from(chat))
  expect(await chats(visitor)).toMatchObject([{ ownerId, userId: null }])
  for (const actor of [
    { userId: null },
    { userId: null, visitorId: '' },
    { userId: null, visitorId: crypto.randomUUID() },
    { userId: null, visitorId: `${visitorId}%` },
    { userId: person.id, visitorId },
  ]) {
    expect(await chats(actor)).toEqual([])
  }
})

test('an account takes its conversations with it', async () => {
  const { person, chatId } = await answered()
  await asSystem('test: delete an account', (tx) => tx.delete(user).where(eq(user.id, person.id)))
  expect(await messagesIn(chatId)).toEqual([])
  const left = await asSystem('test: read', (tx) =>
    tx.select({ id: chat.id }).from(chat).where(eq(chat.id, chatId)),
  )
  expect(left).toEqual([])
})
