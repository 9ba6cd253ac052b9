import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { connectRedis, type RedisConnections } from '#/adapters/redis.server.ts'
import { source, take, textOf, until } from './test-reply-logs.ts'
import { startTcpProxy } from '../../../tests/tcp-proxy.ts'
import { redisReplyLog } from './redis-reply-log.server.ts'

/** What every log does is in reply-log.test.ts; here is what can happen to one on Redis. */
const redisUrl = process.env.TEST_REDIS_URL
const answer = 'Grüße 👩‍👩‍👧, é as one and é as two; 日本語, then the end.'
const pieces = answer.match(/.{1,5}/gsu) ?? []

/** A log whose connections can be made slow, stopped and cut. */
async function overWire(options?: Parameters<typeof redisReplyLog>[1]) {
  const { hostname, port } = new URL(redisUrl ?? '')
  const wire = await startTcpProxy({ hostname, port: Number(port) })
  const connections = await connectRedis(`redis://127.0.0.1:${wire.port}`)
  const close = () => {
    connections.close()
    wire.close()
  }
  return { log: redisReplyLog(connections, options), wire, close }
}

async function textAndFailure(stream: ReadableStream<string> | null | undefined) {
  let text = ''
  try {
    for await (const part of stream ?? []) text += part
  } catch (error) {
    return { text, failure: String(error) }
  }
  return { text, failure: null }
}

describe.skipIf(!redisUrl)('on Redis', () => {
  let connections: RedisConnections
  beforeAll(async () => void (connections = await connectRedis(redisUrl ?? '')))
  afterAll(() => connections.close())

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
    const following = textOf(await log.resumeExistingStream(id, 4))
    said.say('would follow a hole')
    expect(await following).toBe('')
    await until(async () => (await log.hasExistingStream(id)) === null)
    expect(await connections.commands.exists(`loam:reply:${id}`)).toBe(0)
  })

  test('a reader that finds a hole stops instead of skipping it', async () => {
    const id = Bun.randomUUIDv7()
    const said = source()
    const log = redisReplyLog(connections)
    await log.createNewResumableStream(id, said.make)
    for (const [index, word] of ['one ', 'two ', 'three '].entries()) {
      said.say(word)
      await until(async () => (await connections.commands.xlen(`loam:reply:${id}`)) === index + 1)
    }
    // As when Redis came back with what it had written to its disk last.
    await connections.commands.xdel(`loam:reply:${id}`, '8-0')
    const { text, failure } = await textAndFailure(await log.resumeExistingStream(id))
    expect({ text, failure }).toEqual({ text: '', failure: 'Error: the log of a reply has a hole' })
    expect(await take(await log.resumeExistingStream(id, 8), 6)).toMatchObject({ text: 'three ' })
    said.end()
  })

  test('a writer whose source is silent for long, or whose log is slow, is not dead', async () => {
    const { log, wire, close } = await overWire({ leaseMs: 600 })
    const id = Bun.randomUUIDv7()
    const said = source()
    const following = textOf(await log.createNewResumableStream(id, said.make))
    const elsewhere = redisReplyLog(connections, { leaseMs: 600 })
    said.say('a ')
    const along = textOf(await elsewhere.resumeExistingStream(id))
    const alive = async (milliseconds: number) => {
      const end = performance.now() + milliseconds
      while (performance.now() < end) {
        expect(await elsewhere.hasExistingStream(id)).toBe(true)
        await Bun.sleep(50)
      }
    }
    await alive(1_500)
    wire.delay(250)
    said.say('b ')
    await alive(1_500)
    said.say('c')
    said.end()
    expect(await Promise.all([following, along])).toEqual(['a b c', 'a b c'])
    close()
  })

  test('connections that are cut again and again lose and double nothing', async () => {
    const { log, wire, close } = await overWire()
    const id = Bun.randomUUIDv7()
    const said = source()
    const readers = [textOf(await log.createNewResumableStream(id, said.make))]
    const words = Array.from({ length: 300 }, (_, i) => `${i} é👩‍👩‍👧 `)
    for (const [index, word] of words.entries()) {
      said.say(word)
      await Bun.sleep(3)
      if (index % 60 === 30) wire.cut()
      if (index % 60 === 59) readers.push(textOf(await log.resumeExistingStream(id)))
    }
    said.end()
    expect(new Set(await Promise.all(readers))).toEqual(new Set([words.join('')]))
    close()
  }, 15_000)

  test('a Redis that stands still for a second holds text up and loses none', async () => {
    const { log, wire, close } = await overWire()
    const id = Bun.randomUUIDv7()
    const said = source()
    const following = textOf(await log.createNewResumableStream(id, said.make))
    said.say('before, ')
    wire.stop()
    said.say('meanwhile, ')
    await Bun.sleep(1_000)
    said.say('after')
    wire.goOn()
    said.end()
    expect(await following).toBe('before, meanwhile, after')
    close()
  })

  test('a source that is faster than Redis waits; what waits is bounded', async () => {
    const { log, wire, close } = await overWire()
    const id = Bun.randomUUIDv7()
    let pulled = 0
    const endless = new ReadableStream<string>({
      pull(controller) {
        pulled += 1_000
        controller.enqueue('x'.repeat(1_000))
      },
    })
    const stream = await log.createNewResumableStream(id, () => {
      wire.stop()
      return endless
    })
    await Bun.sleep(300)
    expect(pulled).toBeLessThan(100_000)
    wire.goOn()
    expect((await textOf(stream)).length).toBeGreaterThanOrEqual(200_000)
    close()
  }, 15_000)

  test('when Redis goes away for good, readers and writers are told instead of waiting', async () => {
    const { log, wire, close } = await overWire({ leaseMs: 1_000 })
    const id = Bun.randomUUIDv7()
    const said = source()
    const following = textAndFailure(await log.createNewResumableStream(id, said.make))
    said.say('so far')
    await until(async () => (await connections.commands.xlen(`loam:reply:${id}`)) === 1)
    wire.refuse()
    said.say(', and no further')
    const started = performance.now()
    const { text, failure } = await following
    expect(text).toBe('so far')
    expect(failure).toContain('Error')
    expect(performance.now() - started).toBeLessThan(5_000)
    close()
  }, 15_000)

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
