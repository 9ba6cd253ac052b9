/** Providers that fail in every way that one has been seen to, as real servers. */
import { createAnthropic } from '@ai-sdk/anthropic'
import { createOpenAI } from '@ai-sdk/openai'
import { afterAll, beforeAll, beforeEach, expect, test } from 'bun:test'
import { eq } from 'drizzle-orm'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { type AvailableModel, withCircuit } from '#/adapters/language-model.server.ts'
import { NoModelAnswered } from '#/adapters/language-model-turns.server.ts'
import { asSystem } from '#/db/access.server.ts'
import { modelCall } from '#/db/schema/model-calls.ts'
import { createPerson } from '../../../tests/people.ts'
import { type AnswerOptions, streamAnswer } from './stream-answer.server.ts'

type Behaviour = (response: ServerResponse) => void | Promise<void>

const calls: string[] = []
const behaviours = new Map<string, Behaviour>()
const left = { times: 0 }
const server = createServer(async (request, response) => {
  const name = request.url?.split('/')[1] ?? ''
  calls.push(name)
  response.on('close', () => {
    if (!response.writableEnded) left.times += 1
  })
  await behaviours.get(name)?.(response)
})
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  calls.length = 0
  left.times = 0
})
function addressOf(name: string) {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('it does not listen')
  return `http://127.0.0.1:${address.port}/${name}`
}

const sse = { 'content-type': 'text/event-stream' }
const chunk = (delta: object, finish: string | null = null) =>
  `data: ${JSON.stringify({ id: 'x', created: 0, model: 'm', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`
const usage = `data: ${JSON.stringify({ id: 'x', created: 0, model: 'm', choices: [], usage: { prompt_tokens: 40, completion_tokens: 3, total_tokens: 43 } })}\n\n`
const ending = `${chunk({}, 'stop')}${usage}data: [DONE]\n\n`

/** Writes the parts; a number waits so many milliseconds, 'hang' for ever, 'break' cuts the line. */
const says =
  (...parts: (string | number)[]): Behaviour =>
  async (response) => {
    response.writeHead(200, sse).flushHeaders()
    for (const part of parts) {
      if (part === 'hang') return
      if (part === 'break') return void response.destroy()
      if (typeof part === 'number') await Bun.sleep(part)
      else response.write(part)
    }
    response.end()
  }
const hello = says(
  chunk({ role: 'assistant', content: 'Hello' }),
  chunk({ content: ' there' }),
  ending,
)
const refuses =
  (status: number, headers: Record<string, string> = {}): Behaviour =>
  (response) =>
    void response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end('{"error":{"message":"no","type":"x"}}')

type Settings = Parameters<typeof withCircuit>[1]
let number = 0
function provider(behaviour: Behaviour, settings?: Settings): AvailableModel & { name: string } {
  const name = `p${(number += 1)}`
  behaviours.set(name, behaviour)
  const model = createOpenAI({ apiKey: 'k', baseURL: addressOf(name) }).chat(name)
  return { ...withCircuit({ provider: 'openai', id: name, model }, settings), name }
}

const prompt = { instructions: 'Be brief.', messages: [{ role: 'user' as const, content: 'Hi?' }] }

/** How long a silent provider is waited for; a machine that is busy must answer within it. */
const patience = 800

type Given = Partial<AnswerOptions> & { heard?: () => void }

async function ask(models: AvailableModel[], { heard, ...given }: Given = {}) {
  const person = await createPerson()
  const signal = given.signal ?? new AbortController().signal
  let text = ''
  let error: unknown = null
  const started = performance.now()
  const options = { firstWordMs: patience, betweenWordsMs: patience, ...given, models, signal }
  try {
    for await (const words of streamAnswer({ userId: person.id }, prompt, options)) {
      text += words
      heard?.()
    }
  } catch (thrown) {
    error = thrown
  }
  const ms = performance.now() - started
  const ledger = await asSystem('test: read the ledger', (tx) =>
    tx.select().from(modelCall).where(eq(modelCall.userId, person.id)).orderBy(modelCall.id),
  )
  return { text, error, ms, ledger }
}

const before: [string, Behaviour][] = [
  ['is never answered', () => {}],
  ['answers with headers and no word', says('hang')],
  [
    'only says that it is alive',
    says(...Array.from({ length: 20 }, () => [': ping\n\n', 50]).flat()),
  ],
  ['sends garbage', says('<html>It works!</html>')],
  ['sends broken JSON', says('data: {"choices": [{"delta": \n\n')],
  ['sends something else', says('data: {"hello": "world"}\n\n')],
  [
    'sends an error as an event',
    says('data: {"error": {"message": "overloaded", "type": "server_error"}}\n\n'),
  ],
  ['ends without a word', says()],
  ['stops without a word', says(ending)],
  ['breaks off before a word', says(chunk({ role: 'assistant' }), 50, 'break')],
  ['says 400', refuses(400)],
  ['says 401', refuses(401)],
  ['says 403', refuses(403)],
  ['says 404', refuses(404)],
  ['says 429', refuses(429, { 'retry-after': '30' })],
  ['says 500', refuses(500)],
  ['says 503', refuses(503)],
]

test.each(before)('when the first provider %s, the next one answers', async (_, behaviour) => {
  const [bad, good] = [provider(behaviour), provider(hello)]
  const { text, error, ledger } = await ask([bad, good])
  expect({ text, error }).toEqual({ text: 'Hello there', error: null })
  expect(calls).toEqual([bad.name, good.name])
  expect(ledger).toMatchObject([
    { model: bad.name, outcome: 'failed' },
    { model: good.name, outcome: 'done', inputTokens: 40, outputTokens: 3, estimated: false },
  ])
})

test('an answer that is continued may have been whole already', async () => {
  const [done, spare] = [provider(says(ending)), provider(hello)]
  const { text, error, ledger } = await ask([done, spare], { continues: true })
  expect({ text, error }).toEqual({ text: '', error: null })
  expect(ledger).toMatchObject([{ model: done.name, outcome: 'done' }])
})

test('when nothing listens there, the next one answers, and nothing was paid', async () => {
  const free = Bun.listen({ hostname: '127.0.0.1', port: 0, socket: { data() {} } })
  const { port } = free
  free.stop(true)
  const model = createOpenAI({ apiKey: 'k', baseURL: `http://127.0.0.1:${port}` }).chat('nobody')
  const nobody = withCircuit({ provider: 'openai', id: 'nobody', model })
  const { text, ledger } = await ask([nobody, provider(hello)])
  expect(text).toBe('Hello there')
  expect(ledger[0]).toMatchObject({ outcome: 'failed', inputTokens: 0, estimated: false })
})

const word = chunk({ role: 'assistant', content: 'Half an' })
const after: [string, Behaviour][] = [
  ['falls silent', says(word, 'hang')],
  ['sends an error as an event', says(word, 'data: {"error": {"message": "overloaded"}}\n\n')],
  ['sends garbage', says(word, 'data: }{\n\n')],
  ['cuts the line', says(word, 50, 'break')],
  ['ends without saying why', says(word)],
]

test.each(after)(
  'one that %s after its first word is not followed by another',
  async (_, behaviour) => {
    const [bad, other] = [provider(behaviour), provider(hello)]
    const { text, error, ledger } = await ask([bad, other])
    expect(text).toBe('Half an')
    expect(error).toBeInstanceOf(Error)
    expect(error).not.toBeInstanceOf(NoModelAnswered)
    expect(calls).toEqual([bad.name])
    expect(ledger).toMatchObject([{ outcome: 'failed', estimated: true, outputTokens: 2 }])
  },
)

test('an answer that is cut at its greatest length is not whole, and is no fault of the provider', async () => {
  const cut = provider(says(word, chunk({}, 'length'), usage, 'data: [DONE]\n\n'))
  for (let i = 0; i < 4; i++) {
    const { text, error, ledger } = await ask([cut, provider(hello)])
    expect(text).toBe('Half an')
    expect(String(error)).toContain('greatest length')
    expect(ledger).toMatchObject([{ outcome: 'done', outputTokens: 3, estimated: false }])
  }
  expect(cut.circuit.state().state).toBe('closed')
})

test('an answer that never ends is ended', async () => {
  const words = Array.from({ length: 100 }, () => [chunk({ content: 'la ' }), 20]).flat()
  const { text, error, ms } = await ask([provider(says(...words))], { totalMs: 200 })
  expect(text).toStartWith('la la')
  expect(String(error)).toContain('wrote for too long')
  expect(ms).toBeLessThan(1_900)
})

test('an error of Anthropic before and after its first word', async () => {
  const event = (data: { type: string; [field: string]: unknown }) =>
    `event: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`
  const overloaded = event({
    type: 'error',
    error: { type: 'overloaded_error', message: 'Overloaded' },
  })
  const start = event({
    type: 'message_start',
    message: {
      id: 'm',
      model: 'c',
      role: 'assistant',
      content: [],
      usage: { input_tokens: 9, output_tokens: 1 },
    },
  })
  const text =
    event({
      type: 'content_block_start',
      index: 0,
      content_block: { type: 'text', text: '' },
    }) +
    event({
      type: 'content_block_delta',
      index: 0,
      delta: { type: 'text_delta', text: 'Half' },
    })
  behaviours.set('claude', says(start, overloaded))
  const claude = () => {
    const model = createAnthropic({ apiKey: 'k', baseURL: addressOf('claude') })('claude')
    return withCircuit({ provider: 'anthropic', id: 'claude', model })
  }
  expect((await ask([claude(), provider(hello)])).text).toBe('Hello there')
  behaviours.set('claude', says(start, text, overloaded))
  const { text: half, error } = await ask([claude(), provider(hello)])
  expect({ half, failed: error !== null }).toEqual({ half: 'Half', failed: true })
})

test('a provider that hangs costs the first questions time, and the later ones none', async () => {
  const [hanging, good] = [provider(says('hang')), provider(hello)]
  const asked = []
  for (let i = 0; i < 6; i++) asked.push(await ask([hanging, good]))
  expect(asked.map(({ ledger }) => ledger.length)).toEqual([2, 2, 2, 1, 1, 1])
  expect(asked.slice(0, 3).every(({ ms }) => ms >= patience)).toBe(true)
  expect(asked.slice(3).every(({ ms }) => ms < patience)).toBe(true)
}, 10_000)

test('one question finds out that a provider is back', async () => {
  const [flaky, good] = [provider(refuses(500), { openMs: 50 }), provider(hello)]
  for (let i = 0; i < 3; i++) await ask([flaky, good])
  const others = Promise.withResolvers<void>()
  behaviours.set(flaky.name, async (response) => {
    await others.promise
    await says(word, ending)(response)
  })
  await Bun.sleep(60)
  calls.length = 0
  let answered = 0
  const texts = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const { text } = await ask([flaky, good], { firstWordMs: 10_000 })
      answered += 1
      if (answered === 4) others.resolve()
      return text
    }),
  )
  expect(calls.filter((name) => name === flaky.name)).toHaveLength(1)
  expect(texts.toSorted()).toEqual(['Half an', ...Array<string>(4).fill('Hello there')])
  expect((await ask([flaky, good])).text).toBe('Half an')
}, 10_000)

test('when all are given up, one question tries and the others wait for what it finds', async () => {
  const only = provider(refuses(500))
  for (let i = 0; i < 2; i++) await ask([only])
  expect(only.circuit.state().state).toBe('open')
  behaviours.set(only.name, says(100, word, ending))
  calls.length = 0
  const answers = await Promise.all(Array.from({ length: 5 }, () => ask([only])))
  expect(answers.map(({ text }) => text)).toEqual(Array(5).fill('Half an'))
})

test('when all are given up and the probe hangs, nobody asks it in vain a second time', async () => {
  const only = provider(says('hang'))
  for (let i = 0; i < 3; i++) await ask([only])
  calls.length = 0
  const answers = await Promise.all(Array.from({ length: 5 }, () => ask([only])))
  expect(answers.every(({ error }) => error instanceof NoModelAnswered)).toBe(true)
  expect(calls).toHaveLength(1)
})

test('a stumble is asked again once, and both are in the ledger', async () => {
  let times = 0
  const only = provider((response) => {
    times += 1
    return times === 1 ? refuses(429, { 'retry-after-ms': '100' })(response) : hello(response)
  })
  const { text, ledger, ms } = await ask([only])
  expect(text).toBe('Hello there')
  expect(ms).toBeGreaterThan(95)
  expect(ledger.map(({ outcome }) => outcome)).toEqual(['failed', 'done'])

  const busy = provider(refuses(429, { 'retry-after': '30' }))
  const second = await ask([busy])
  expect(second.error).toBeInstanceOf(NoModelAnswered)
  expect(second.ms).toBeLessThan(5_000)
  await ask([busy])
  expect(calls.filter((name) => name === busy.name)).toHaveLength(1)
})

test('readers who leave open no circuit, and the provider is left', async () => {
  const slow = provider(says(word, 'hang'))
  for (let i = 0; i < 5; i++) {
    const reader = new AbortController()
    const heard = Promise.withResolvers<void>()
    const asked = ask([slow, provider(hello)], {
      signal: reader.signal,
      firstWordMs: 10_000,
      betweenWordsMs: 10_000,
      heard: heard.resolve,
    })
    await heard.promise
    reader.abort(new Error('closed the page'))
    const { error, ledger } = await asked
    expect(String(error)).toContain('closed the page')
    expect(ledger).toMatchObject([{ outcome: 'stopped', estimated: true }])
  }
  expect(slow.circuit.state().state).toBe('closed')
  const end = Date.now() + 2_000
  while (left.times < 5 && Date.now() < end) await Bun.sleep(5)
  expect(left.times).toBe(5)
})
