import { afterEach, beforeAll, expect, test } from 'bun:test'
import { and, eq, inArray } from 'drizzle-orm'
import { dailyBudgetSpent } from '#/adapters/language-model-ledger.server.ts'
import { asSystem, asUser } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { chat, chatMessage } from './tables.ts'
import { modelCall } from '#/db/schema/model-calls.ts'
import { usageCounter } from '#/platform/billing/tables.ts'
import { env } from '#/env.server.ts'
import { endOfDay, endOfMonth } from '#/platform/billing/usage.server.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { createJob } from '#/product/jobs/test-world.ts'
import { testModel } from '../../../tests/local-services.ts'
import { as, createPerson, createTenant, type Person, type Tenant } from '../../../tests/people.ts'
import { chargeQuestion } from './allowance.server.ts'
import { beginReply } from './begin-reply.server.ts'
import { triesPerQuestion, visitorLimits } from './limits.ts'
import { runningReplies, stopReplies } from './running-replies.server.ts'
import { candidateQuestions, questions } from './plan-limits.ts'

let model: Awaited<ReturnType<typeof testModel>>
beforeAll(async () => void (model = await testModel()))
afterEach(async () => {
  model.tokensPerSecond = 0
  model.clearFaults()
  await stopReplies(0)
})

const limit = questions.allowed.free
const ofTenant = candidateQuestions.allowed.starter

const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'asked',
    (error: unknown) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  )

async function chatAbout(jobId: string, person: Person) {
  const { id } = await as(person).chat.create({ jobId })
  return { chatId: id, ask: () => beginReply({ userId: person.id }, id, { text: 'Is it remote?' }) }
}

const set = (subject: string, metric: string, used: number, endsAt: Date) =>
  asSystem('test: set what is used', (tx) =>
    tx
      .insert(usageCounter)
      .values({ subject, metric, used, endsAt })
      .onConflictDoUpdate({
        target: [usageCounter.subject, usageCounter.metric],
        set: { used, endsAt },
      }),
  )
const setTenant = (tenant: Tenant, used: number, endsAt = endOfMonth()) =>
  set(`organization:${tenant.id}`, 'candidate_questions', used, endsAt)

const used = async (subject: string, metric: string) => {
  const [row] = await asSystem('test: read what is used', (tx) =>
    tx
      .select()
      .from(usageCounter)
      .where(and(eq(usageCounter.subject, subject), eq(usageCounter.metric, metric))),
  )
  return row?.used ?? 0
}

const ended = () => Promise.all([...runningReplies().values()].map((reply) => reply.ended))

test('of fifty questions at once, with one left in the budget of the tenant, one is answered', async () => {
  const tenant = await createTenant(await createPerson())
  const { id: jobId } = await createJob(tenant)
  await setTenant(tenant, ofTenant - 1)
  const chats = []
  for (let i = 0; i < 50; i++) chats.push(await chatAbout(jobId, await createPerson()))
  const codes = await Promise.all(chats.map(({ ask }) => codeOf(ask())))
  expect(codes.filter((code) => code === 'asked')).toHaveLength(1)
  expect(codes.filter((code) => code === 'EMPLOYER_LIMIT_REACHED')).toHaveLength(49)
  const ids = chats.map(({ chatId }) => chatId)
  const messages = await asSystem('test: count', (tx) =>
    tx.select().from(chatMessage).where(inArray(chatMessage.chatId, ids)),
  )
  expect(messages).toHaveLength(2)
  expect(await used(`organization:${tenant.id}`, 'candidate_questions')).toBe(ofTenant)
}, 20_000)

test('of fifty questions at once, with one left of the day, one is answered', async () => {
  const tenant = await createTenant(await createPerson())
  const person = await createPerson()
  await set(`user:${person.id}`, 'questions', limit - 1, endOfDay())
  const chats = []
  for (let i = 0; i < 50; i++) chats.push(await chatAbout((await createJob(tenant)).id, person))
  const codes = await Promise.all(chats.map(({ ask }) => codeOf(ask())))
  expect(codes.filter((code) => code === 'asked')).toHaveLength(1)
  expect(codes.filter((code) => code === 'CHAT_LIMIT_REACHED')).toHaveLength(49)
}, 20_000)

test('one tenant’s budget is not another’s, and a new month begins with all of it', async () => {
  const owner = await createPerson()
  const [poor, rich] = [await createTenant(owner), await createTenant(owner)]
  const person = await createPerson()
  await setTenant(poor, ofTenant)
  const { id: jobId } = await createJob(poor)
  const { ask } = await chatAbout(jobId, person)
  expect(await codeOf(ask())).toBe('EMPLOYER_LIMIT_REACHED')
  // Nothing is held against the person for it.
  expect(await used(`user:${person.id}`, 'questions')).toBe(0)
  const elsewhere = await chatAbout((await createJob(rich)).id, person)
  expect(await codeOf(elsewhere.ask())).toBe('asked')
  await setTenant(poor, ofTenant, new Date(Date.now() - 1_000))
  expect(await codeOf(ask())).toBe('asked')
  expect(await used(`organization:${poor.id}`, 'candidate_questions')).toBe(1)
})

test('the ledger names the tenant, and its members read none of it', async () => {
  const owner = await createPerson()
  const tenant = await createTenant(owner)
  const person = await createPerson()
  const { ask } = await chatAbout((await createJob(tenant)).id, person)
  await ask()
  await ended()
  const ofThis = eq(modelCall.organizationId, tenant.id)
  const rows = await asSystem('test: read', (tx) => tx.select().from(modelCall).where(ofThis))
  expect(rows).toMatchObject([{ userId: person.id, outcome: 'done' }])
  const actor = { userId: owner.id, organizationId: tenant.id }
  expect(await asUser(actor, (tx) => tx.select().from(modelCall))).toEqual([])
})

test('nobody writes their own books or counters', async () => {
  const owner = await createPerson()
  const tenant = await createTenant(owner)
  const actor = { userId: owner.id, organizationId: tenant.id }
  await setTenant(tenant, 5)
  const line = { userId: owner.id, purpose: 'job_chat' as const, provider: 'x', model: 'x' }
  const attempts = [
    (tx: Tx) => tx.insert(modelCall).values({ ...line, durationMs: 1, outcome: 'failed' }),
    (tx: Tx) => tx.update(modelCall).set({ costMicros: 0 }),
    (tx: Tx) => tx.delete(modelCall),
    (tx: Tx) => tx.update(usageCounter).set({ used: 0 }),
    (tx: Tx) => tx.select().from(usageCounter),
  ]
  for (const attempt of attempts) {
    const refused = asUser<unknown>(actor, async (tx) => attempt(tx))
    await expect(refused).rejects.toMatchObject({ cause: { code: '42501' } })
  }
})

test('what fails is given back to both, but not tried without end', async () => {
  const tenant = await createTenant(await createPerson())
  const person = await createPerson()
  const { ask } = await chatAbout((await createJob(tenant)).id, person)
  model.failNext('500', 10)
  await ask()
  await ended()
  expect(await used(`user:${person.id}`, 'questions')).toBe(0)
  expect(await used(`organization:${tenant.id}`, 'candidate_questions')).toBe(0)
  expect(await used(`user:${person.id}`, 'questions_tried')).toBe(1)
  await set(`user:${person.id}`, 'questions_tried', limit * triesPerQuestion, endOfDay())
  expect(await codeOf(ask())).toBe('CHAT_LIMIT_REACHED')
}, 10_000)

test('a question that is refused for another reason costs nothing', async () => {
  const tenant = await createTenant(await createPerson())
  const person = await createPerson()
  const { chatId, ask } = await chatAbout((await createJob(tenant)).id, person)
  model.tokensPerSecond = 5
  await ask()
  expect(await codeOf(ask())).toBe('REPLY_IN_PROGRESS')
  for (const metric of ['questions', 'questions_tried']) {
    expect(await used(`user:${person.id}`, metric)).toBe(1)
  }
  // A question that was asked is not given back by deleting it.
  await as(person).chat.delete({ chatId })
  await ended()
  const left = await asSystem('test: read', (tx) =>
    tx.select().from(chat).where(eq(chat.id, chatId)),
  )
  expect(left).toEqual([])
  expect(await used(`user:${person.id}`, 'questions')).toBe(1)
})

test('a visitor asks a few questions a day, and all visitors together not many about one job', async () => {
  const tenant = await createTenant(await createPerson())
  const { id: jobId } = await createJob(tenant)
  const visit = async (visitorId: string, ofJob = jobId) => {
    const ownerId = `visitor:${visitorId}`
    const [row] = await asSystem('test: a visitor’s conversation', (tx) =>
      tx.insert(chat).values({ ownerId, jobId: ofJob }).returning({ id: chat.id }),
    )
    return chargeQuestion({ userId: null, visitorId }, row?.id ?? '')
  }
  const [one, another] = [Bun.randomUUIDv7(), Bun.randomUUIDv7()]
  const attempts = await Promise.all(
    Array.from({ length: visitorLimits.questionsPerDay + 2 }, () => codeOf(visit(one))),
  )
  expect(attempts.toSorted()).toEqual([
    ...Array<string>(2).fill('VISITOR_LIMIT_REACHED'),
    ...Array<string>(visitorLimits.questionsPerDay).fill('asked'),
  ])
  expect(await codeOf(visit(another))).toBe('asked')
  await set(`job:${jobId}`, 'visitor_questions', visitorLimits.questionsPerDayOfJob, endOfDay())
  expect(await codeOf(visit(Bun.randomUUIDv7()))).toBe('VISITOR_LIMIT_REACHED')
  expect(await codeOf(visit(another, (await createJob(tenant)).id))).toBe('asked')
  await set(`organization:${tenant.id}`, 'visitor_questions', ofTenant / 2, endOfMonth())
  expect(await codeOf(visit(Bun.randomUUIDv7(), (await createJob(tenant)).id))).toBe(
    'VISITOR_LIMIT_REACHED',
  )
  // Those with an account are not held up by it.
  const { ask } = await chatAbout(jobId, await createPerson())
  expect(await codeOf(ask())).toBe('asked')
})

test('when the site has spent its money for today, nothing that costs begins', async () => {
  const person = await createPerson()
  const { ask } = await chatAbout((await createJob(await createTenant(person))).id, person)
  const line = { purpose: 'job_chat' as const, provider: 'openai', model: 'gpt-5', durationMs: 1 }
  const [spent] = await asSystem('test: a dear call', (tx) =>
    tx
      .insert(modelCall)
      .values({ ...line, costMicros: 2_000_000, outcome: 'done' })
      .returning({ id: modelCall.id }),
  )
  const calls = model.count()
  env.MODEL_DAILY_BUDGET_USD = 1
  try {
    await dailyBudgetSpent(1, 0)
    expect(await codeOf(ask())).toBe('ANSWERS_PAUSED')
    expect(await used(`user:${person.id}`, 'questions_tried')).toBe(0)
  } finally {
    env.MODEL_DAILY_BUDGET_USD = undefined
    await asSystem('test: take it back', (tx) =>
      tx.delete(modelCall).where(eq(modelCall.id, spent?.id ?? '')),
    )
    await dailyBudgetSpent(1, 0)
  }
  expect(model.count()).toBe(calls)
  expect(await codeOf(ask())).toBe('asked')
})
