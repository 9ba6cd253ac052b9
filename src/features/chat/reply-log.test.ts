import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { connectRedis, type RedisConnections } from '#/adapters/redis.server.ts'
import { inProcessReplyLog } from './in-process-reply-log.server.ts'
import { redisReplyLog } from './redis-reply-log.server.ts'
import type { ReplyLog } from './reply-log.server.ts'

const redisUrl = process.env.TEST_REDIS_URL
if (!redisUrl) console.log('TEST_REDIS_URL is not set: the reply log on Redis was not tested.')

/** A source that the test feeds by hand. */
function source() {
  let controller: ReadableStreamDefaultController<string> | undefined
  const stream = new ReadableStream<string>({ start: (given) => void (controller = given) })
  return {
    make: () => stream,
    say: (text: string) => controller?.enqueue(text),
    end: () => controller?.close(),
    fail: () => controller?.error(new Error('the provider broke')),
  }
}

async function textOf(stream: ReadableStream<string> | null | undefined): Promise<string> {
  let text = ''
  for await (const part of stream ?? []) text += part
  return text
}

/** Reads until at least `characters` are there; the rest stays unread. */
async function take(stream: ReadableStream<string> | null | undefined, characters: number) {
  if (!stream) throw new Error('there is nothing to read')
  const reader = stream.getReader()
  let text = ''
  while (text.length < characters) {
    const { done, value } = await reader.read()
    if (done) break
    text += value
  }
  return { text, cancel: () => reader.cancel() }
}

async function until(condition: () => Promise<boolean>, limitMs = 3_000) {
  const limit = Date.now() + limitMs
  while (!(await condition())) {
    if (Date.now() > limit) throw new Error('it did not come true in time')
    await Bun.sleep(5)
  }
}

const answer = 'Grüße 👩‍👩‍👧, é as one and é as two; 日本語, then the end.'
const pieces = answer.match(/.{1,5}/gsu) ?? []

function contract(create: () => ReplyLog) {
  const newId = () => Bun.randomUUIDv7()

  test('the first reader reads what the source says', async () => {
    const log = create()
    const said = source()
    const stream = await log.createNewResumableStream(newId(), said.make)
    for (const piece of pieces) said.say(piece)
    said.end()
    expect(await textOf(stream)).toBe(answer)
  })

  test('a reader who was cut after any character gets exactly the rest', async () => {
    const log = create()
    const id = newId()
    const said = source()
    await log.createNewResumableStream(id, said.make)
    for (const piece of pieces) said.say(piece)
    await take(await log.resumeExistingStream(id), answer.length)
    const rests: Promise<string>[] = []
    for (let cut = 0; cut <= answer.length; cut++) {
      const stream = await log.resumeExistingStream(id, cut)
      rests.push(textOf(stream).then((rest) => answer.slice(0, cut) + rest))
    }
    said.say(' More.')
    said.end()
    for (const [cut, joined] of (await Promise.all(rests)).entries()) {
      expect({ cut, joined }).toEqual({ cut, joined: `${answer} More.` })
    }
  })

  test('a reader who knows more than the log waits for what is new', async () => {
    const log = create()
    const id = newId()
    const said = source()
    await log.createNewResumableStream(id, said.make)
    said.say('one ')
    await take(await log.resumeExistingStream(id), 4)
    const rest = textOf(await log.resumeExistingStream(id, 8))
    said.say('two ')
    said.say('three')
    said.end()
    expect(await rest).toBe('three')
  })

  test('many readers at once read the same, while it grows', async () => {
    const log = create()
    const id = newId()
    const said = source()
    await log.createNewResumableStream(id, said.make)
    const readers: Promise<string>[] = []
    for (const piece of pieces) {
      said.say(piece)
      readers.push(textOf(await log.resumeExistingStream(id)))
      await Bun.sleep(1)
    }
    said.end()
    expect(new Set(await Promise.all(readers))).toEqual(new Set([answer]))
  })

  test('it is known while it is written, done afterwards, and unknown before', async () => {
    const log = create()
    const id = newId()
    expect(await log.hasExistingStream(id)).toBeNull()
    expect(await log.resumeExistingStream(id)).toBeUndefined()
    const said = source()
    const stream = await log.createNewResumableStream(id, said.make)
    said.say('a')
    expect(await log.hasExistingStream(id)).toBe(true)
    said.end()
    await textOf(stream)
    await until(async () => (await log.hasExistingStream(id)) === 'DONE')
    expect(await log.resumeExistingStream(id)).toBeNull()
  })

  test('a reply without a word ends', async () => {
    const log = create()
    const id = newId()
    const said = source()
    const stream = await log.createNewResumableStream(id, said.make)
    said.end()
    expect(await textOf(stream)).toBe('')
    await until(async () => (await log.hasExistingStream(id)) === 'DONE')
  })

  test('an error of the source ends the stream after what was said, and nothing else', async () => {
    const log = create()
    const id = newId()
    const said = source()
    const first = await log.createNewResumableStream(id, said.make)
    said.say('as far as this')
    const late = await log.resumeExistingStream(id)
    const cut = await take(first, 14)
    said.fail()
    expect(cut.text).toBe('as far as this')
    expect(await textOf(late)).toBe('as far as this')
    const broken = await log.createNewResumableStream(newId(), () => {
      throw new Error('no source at all')
    })
    expect(await textOf(broken)).toBe('')
  })

  test('it goes on when every reader has left', async () => {
    const log = create()
    const id = newId()
    const said = source()
    const first = await log.createNewResumableStream(id, said.make)
    said.say('before ')
    const left = await take(first, 7)
    await left.cancel()
    said.say('after')
    const late = await take(await log.resumeExistingStream(id), 12)
    expect(late.text).toBe('before after')
    await late.cancel()
    said.end()
    await until(async () => (await log.hasExistingStream(id)) === 'DONE')
  })

  test('a reader that does not read holds nobody up', async () => {
    const log = create()
    const id = newId()
    const said = source()
    await log.createNewResumableStream(id, said.make)
    const asleep = await log.resumeExistingStream(id)
    const awake = textOf(await log.resumeExistingStream(id))
    const long = 'x'.repeat(1_000)
    for (let i = 0; i < 100; i++) said.say(long)
    said.end()
    expect((await awake).length).toBe(100_000)
    expect((await textOf(asleep)).length).toBe(100_000)
  })
}

describe('in this process', () => {
  contract(() => inProcessReplyLog())

  test('it forgets the oldest beyond its bound', async () => {
    const log = inProcessReplyLog({ remembered: 3 })
    const ids = ['a', 'b', 'c', 'd']
    for (const id of ids) {
      const said = source()
      const stream = await log.createNewResumableStream(id, said.make)
      said.end()
      await textOf(stream)
      await until(async () => (await log.hasExistingStream(id)) === 'DONE')
    }
    expect(await log.hasExistingStream('a')).toBeNull()
    expect(await log.hasExistingStream('d')).toBe('DONE')
  })
})

describe.skipIf(!redisUrl)('on Redis', () => {
  let connections: RedisConnections
  beforeAll(async () => void (connections = await connectRedis(redisUrl ?? '')))
  afterAll(() => connections.close())

  let shared: ReplyLog | undefined
  contract(() => (shared ??= redisReplyLog(connections)))

  test('a second server reads what the first one writes', async () => {
    const other = await connectRedis(redisUrl ?? '')
    const id = Bun.randomUUIDv7()
    const said = source()
    await redisReplyLog(connections).createNewResumableStream(id, said.make)
    const elsewhere = textOf(await redisReplyLog(other).resumeExistingStream(id))
    for (const piece of pieces) {
      said.say(piece)
      await Bun.sleep(2)
    }
    said.end()
    expect(await elsewhere).toBe(answer)
    other.close()
  })

  test('a writer that died ends the stream when its lease lapses, with all that it wrote', async () => {
    const id = Bun.randomUUIDv7()
    const writer = await connectRedis(redisUrl ?? '')
    const said = source()
    const log = redisReplyLog(writer, { leaseMs: 400 })
    const stream = await log.createNewResumableStream(id, said.make)
    await stream?.cancel()
    said.say('the last words')
    const reader = redisReplyLog(connections, { leaseMs: 400 })
    const following = textOf(await reader.resumeExistingStream(id))
    await until(async () => (await connections.commands.xlen(`loam:reply:${id}`)) === 1)
    writer.close()
    expect(await following).toBe('the last words')
    expect(await reader.hasExistingStream(id)).toBe('DONE')
    expect(await textOf(await reader.resumeExistingStream(id, 4))).toBe('last words')
  })

  test('a log that Redis has lost is not continued with a hole', async () => {
    const id = Bun.randomUUIDv7()
    const said = source()
    const log = redisReplyLog(connections, { leaseMs: 400 })
    await log.createNewResumableStream(id, said.make)
    said.say('kept')
    await until(async () => (await connections.commands.xlen(`loam:reply:${id}`)) === 1)
    await connections.commands.del(`loam:reply:${id}`)
    said.say('would follow a hole')
    await until(async () => (await log.hasExistingStream(id)) === null)
    expect(await connections.commands.exists(`loam:reply:${id}`)).toBe(0)
  })

  test('a log does not outgrow its bound, and does not stay', async () => {
    const id = Bun.randomUUIDv7()
    const said = source()
    const log = redisReplyLog(connections, { maxCharacters: 10 })
    const stream = await log.createNewResumableStream(id, said.make)
    said.say('0123456789')
    said.say('too much')
    expect((await textOf(stream)).startsWith('0123456789')).toBe(true)
    await until(async () => (await log.hasExistingStream(id)) === 'DONE')
    expect(await connections.commands.pttl(`loam:reply:${id}`)).toBeGreaterThan(0)
  })

  test('without a server it fails soon instead of waiting', async () => {
    const nowhere = await connectRedis('redis://127.0.0.1:1')
    const started = performance.now()
    const failure = await redisReplyLog(nowhere)
      .hasExistingStream('x')
      .catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Error)
    expect(performance.now() - started).toBeLessThan(3_000)
    nowhere.close()
  })
})
