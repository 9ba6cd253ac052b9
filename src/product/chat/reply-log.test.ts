import { heapStats } from 'bun:jsc'
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { connectRedis, type RedisConnections } from '#/adapters/redis.server.ts'
import { source, take, textOf, until } from './test-reply-logs.ts'
import { inProcessReplyLog } from './in-process-reply-log.server.ts'
import { redisReplyLog } from './redis-reply-log.server.ts'
import type { ReplyLog } from './reply-log.server.ts'

const redisUrl = process.env.TEST_REDIS_URL
if (!redisUrl) console.log('TEST_REDIS_URL is not set: the reply log on Redis was not tested.')

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

  test('a reader who takes a little at a time gets everything, in order', async () => {
    const log = create()
    const id = newId()
    const said = source()
    await log.createNewResumableStream(id, said.make)
    const stream = await log.resumeExistingStream(id)
    const numbers = Array.from({ length: 2_000 }, (_, i) => `${i} `)
    const reading = (async () => {
      let text = ''
      for await (const part of stream ?? []) {
        text += part
        await Bun.sleep(1)
      }
      return text
    })()
    for (const [i, number] of numbers.entries()) {
      said.say(number)
      if (i % 100 === 0) await Bun.sleep(1)
    }
    said.end()
    expect(await reading).toBe(numbers.join(''))
  })

  test('readers that never read hold little memory', async () => {
    const log = create()
    const id = newId()
    const said = source()
    await log.createNewResumableStream(id, said.make)
    const readers: (ReadableStream<string> | null | undefined)[] = []
    for (let i = 0; i < 300; i++) readers.push(await log.resumeExistingStream(id))
    // What is alive, and not what the process has taken: other tests ran in it before.
    const memory = () => {
      Bun.gc(true)
      return heapStats().heapSize
    }
    const before = memory()
    // As long as an answer may be, in the pieces that models send.
    for (let i = 0; i < 5_000; i++) {
      said.say('word')
      if (i % 50 === 0) await Bun.sleep(0)
    }
    await take(await log.resumeExistingStream(id), 20_000)

    expect((memory() - before) / readers.length).toBeLessThan(45_000)
    said.end()
    expect((await textOf(readers[0])).length).toBe(20_000)
    await Promise.all(readers.slice(1).map((reader) => reader?.cancel()))
  }, 20_000)

  test('a reply is written once: a second writer of the same id is refused, then and later', async () => {
    const log = create()
    const id = newId()
    const said = source()
    const stream = await log.createNewResumableStream(id, said.make)
    const second = () => log.createNewResumableStream(id, source().make)
    expect(await second().catch(String)).toMatch(/this reply/)
    said.say('once')
    said.end()
    expect(await textOf(stream)).toBe('once')
    await until(async () => (await log.hasExistingStream(id)) === 'DONE')
    expect(await second().catch(String)).toMatch(/this reply/)
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
})
