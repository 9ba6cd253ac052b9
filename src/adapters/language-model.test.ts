import { createOpenAI } from '@ai-sdk/openai'
import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { testModel } from '../../tests/local-services.ts'
import { createPerson, type Person } from '../../tests/people.ts'
import { asSystem, asUser } from '#/db/access.server.ts'
import { modelCall } from '#/db/schema/model-calls.ts'
import { env } from '#/env.server.ts'
import {
  askForObject,
  type AvailableModel,
  languageModels,
  nothing,
  withCircuit,
} from './language-model.server.ts'
import { dailyBudgetSpent, recordModelCall } from './language-model-ledger.server.ts'
import { NoModelAnswered } from './language-model-turns.server.ts'
import { costMicrosOf } from './model-prices.ts'

/** A provider that fails in the way its path says. */
const failing = Bun.serve({
  hostname: '127.0.0.1',
  port: 0,
  async fetch(request) {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/silent')) await Bun.sleep(20_000)
    if (pathname.startsWith('/down')) return new Response('down', { status: 503 })
    if (pathname.startsWith('/locked')) return Response.json({ error: {} }, { status: 401 })
    const message = { role: 'assistant', content: '{"title": 7}' }
    const choices = [{ index: 0, finish_reason: 'stop', message }]
    const usage = { prompt_tokens: 11, completion_tokens: 5, total_tokens: 16 }
    return Response.json({ id: 'x', created: 0, model: 'm', object: 'c', choices, usage })
  },
})

beforeAll(testModel)
afterAll(() => failing.stop(true))

function modelAt(kind: 'silent' | 'down' | 'locked' | 'wrong' | 'local'): AvailableModel {
  const baseURL = kind === 'local' ? env.OPENAI_BASE_URL : `${failing.url}${kind}`
  const model = createOpenAI({ apiKey: 'local', baseURL }).chat('local-rules')
  const id = kind === 'local' ? 'local-rules' : kind
  return withCircuit({ provider: 'openai', id, model })
}

const ask = (actor: { userId: string }, models: AvailableModel[], signal?: AbortSignal) =>
  askForObject({
    actor,
    purpose: 'cv_review',
    instructions: 'Give this text a title.',
    prompt: 'A walk in the beech wood, and what grows there in spring.',
    schema: z.object({ title: z.string() }),
    timeoutMs: 1_500,
    models,
    signal,
  })

const actorOf = (person: Person) => ({ userId: person.id })
const ledgerOf = (person: Person) =>
  asUser(actorOf(person), (tx) =>
    tx
      .select()
      .from(modelCall)
      .where(eq(modelCall.userId, person.id))
      .orderBy(modelCall.createdAt, modelCall.id),
  )

test('an empty OPENAI_BASE_URL is OpenAI', () => {
  const look = `import { languageModels } from '#/adapters/language-model.server.ts'
    console.log((await languageModels()).map(({ provider, model }) => provider + ' ' + model.provider).join())
    process.exit(0)`
  const { stdout } = Bun.spawnSync(['bun', '-e', look], {
    env: { ...process.env, OPENAI_BASE_URL: '' },
  })
  expect(stdout.toString().trim()).toBe('openai openai.responses')
})

test('the next provider answers for one that is down, locked, silent or talks nonsense', async () => {
  const person = await createPerson()
  const order = (['down', 'locked', 'silent', 'wrong', 'local'] as const).map(modelAt)
  const { object, model } = await ask(actorOf(person), order)
  expect(object.title).toBeTruthy()
  expect(model).toBe('local-rules')
  const calls = await ledgerOf(person)
  expect(calls.map((call) => [call.model, call.outcome])).toEqual([
    ['down', 'failed'],
    ['locked', 'failed'],
    ['silent', 'failed'],
    ['wrong', 'failed'],
    ['local-rules', 'done'],
  ])
  // An answer that does not fit was paid for all the same.
  expect(calls[3]).toMatchObject({ inputTokens: 11, outputTokens: 5, costMicros: null })
  expect(calls[4]).toMatchObject({ provider: 'openai', costMicros: 0 })
}, 20_000)

test('when nobody answers, that is said', async () => {
  const person = await createPerson()
  await expect(ask(actorOf(person), [modelAt('locked')])).rejects.toThrow(NoModelAnswered)
})

test('somebody who gives up is not served by the next provider', async () => {
  const person = await createPerson()
  const giveUp = new AbortController()
  const asked = ask(actorOf(person), [modelAt('silent'), modelAt('local')], giveUp.signal)
  setTimeout(() => giveUp.abort(new Error('closed the page')), 200)
  await expect(asked).rejects.toThrow('closed the page')
  expect((await ledgerOf(person)).map((call) => call.outcome)).toEqual(['stopped'])
})

test('only providers with a key are there, in the order of MODEL_PROVIDERS', async () => {
  const providers = (await languageModels()).map(({ provider }) => provider)
  expect(providers).toEqual(['openai'])

  const script = `
    import { languageModels } from '#/adapters/language-model.server.ts'
    console.log((await languageModels()).map(({ provider, id }) => provider + ' ' + id).join())`
  const started = Bun.spawn([process.execPath, '-e', script], {
    env: {
      ...process.env,
      MODEL_PROVIDERS: 'google, anthropic,openai',
      GOOGLE_GENERATIVE_AI_API_KEY: 'a-key',
      GOOGLE_MODEL: 'gemini-x',
      ANTHROPIC_API_KEY: '',
    },
  })
  expect((await new Response(started.stdout).text()).trim()).toBe(
    'google gemini-x,openai local-rules',
  )
})

test('a call for nobody is recorded by the system, and a person sees no other one’s calls', async () => {
  const [person, stranger] = [await createPerson(), await createPerson()]
  const model = `nobody-${person.id}`
  const line = { purpose: 'job_chat' as const, provider: 'google', model, tokens: nothing }
  const call = { ...line, startedAt: performance.now() }
  await recordModelCall({ ...call, actor: { userId: null }, outcome: 'done' })
  await recordModelCall({ ...call, actor: actorOf(person), outcome: 'done' })
  const all = await asSystem('test: read the ledger', (tx) =>
    tx.select().from(modelCall).where(eq(modelCall.model, model)),
  )
  expect(all.map((row) => row.userId).toSorted()).toEqual([null, person.id].toSorted())
  const seen = await asUser(actorOf(stranger), (tx) => tx.select().from(modelCall))
  expect(seen).toEqual([])
})

test('a cost is in millionths of a dollar; an unknown price is not zero', () => {
  expect(costMicrosOf('gpt-5-mini', 1_000_000, 0)).toBe(250_000)
  expect(costMicrosOf('claude-sonnet-4-5', 1_000, 1_000)).toBe(18_000)
  expect(costMicrosOf('gpt-5-mini-2025-08-07', 1_000_000, 0)).toBe(250_000)
  expect(costMicrosOf('claude-haiku-4-5-20251001', 0, 1_000_000)).toBe(5_000_000)
  for (const unknown of ['some-new-model', 'gpt-5-mini-ultra', 'constructor']) {
    expect(costMicrosOf(unknown, 1_000, 1_000)).toBeNull()
  }
})

test('when the budget of the day is spent nobody is asked, whoever spent it', async () => {
  const person = await createPerson()
  const dear = withCircuit({ ...modelAt('wrong'), id: 'gpt-5-mini' })
  const question = {
    actor: actorOf(person),
    purpose: 'cv_review' as const,
    instructions: 'Give this text a title.',
    prompt: 'A walk.',
    schema: z.object({ title: z.string() }),
    models: [dear],
  }
  const spent = async () => (await ledgerOf(person)).length
  await askForObject({ ...question, dailyBudgetUsd: 1_000 }).catch(() => {})
  expect(await spent()).toBe(1)
  // 11 tokens in and 5 out cost 13 millionths, which count at once.
  const refused = await askForObject({ ...question, dailyBudgetUsd: 0.000_013 }).catch(
    (error: unknown) => error,
  )
  expect(refused).toBeInstanceOf(NoModelAnswered)
  expect(refused).toHaveProperty('cause.name', 'DailyBudgetSpent')
  expect(await spent()).toBe(1)

  const line = { purpose: 'job_chat' as const, provider: 'openai', durationMs: 1 }
  const add = (call: { model: string; costMicros: number | null; createdAt?: Date }) =>
    asSystem('test: another server asks', (tx) =>
      tx.insert(modelCall).values({ ...line, ...call, outputTokens: 2_000_000, outcome: 'done' }),
    )
  const yesterday = new Date(Date.now() - 24 * 60 * 60_000)
  await add({ model: 'gpt-5', costMicros: 2_000_000_000, createdAt: yesterday })
  expect(await dailyBudgetSpent(1_000, 0)).toBeNull()
  await add({ model: 'gpt-5', costMicros: 500_000_000 })
  expect(await dailyBudgetSpent(499, 0)).toBeInstanceOf(Date)
  expect(await dailyBudgetSpent(540, 0)).toBeNull()
  // A model without a price counts as the dearest: 2 million tokens at 25 dollars.
  await add({ model: 'brand-new', costMicros: null })
  expect(await dailyBudgetSpent(540, 0)).toBeInstanceOf(Date)
  expect(await dailyBudgetSpent(undefined, 0)).toBeNull()
  await asSystem('test: take it back', (tx) =>
    tx.delete(modelCall).where(eq(modelCall.outputTokens, 2_000_000)),
  )
})

test('what a provider did not count is estimated and marked so; what it refused is free', async () => {
  const person = await createPerson()
  await ask(actorOf(person), [modelAt('locked'), modelAt('silent')]).catch(() => {})
  const [locked, silent] = await ledgerOf(person)
  expect(locked).toMatchObject({ inputTokens: 0, outputTokens: 0, estimated: false })
  expect(silent).toMatchObject({ inputTokens: 20, outputTokens: 0, estimated: true })
}, 10_000)
