import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { connectRedis, type RedisConnections } from '#/adapters/redis.server.ts'
import { api } from '#/api/api.ts'
import { env } from '#/env.server.ts'
import { type Connect, cutAfter, ended, openTab, signedIn } from './test-readers.ts'
import { createJob } from '#/product/jobs/test-world.ts'
import { as, createPerson, createTenant } from '../../../tests/people.ts'
import { until } from './test-reply-logs.ts'
import { question, scripted, startScriptedModel } from './test-scripted-model.ts'
import { cookieOf } from '../../../tests/sessions.ts'
import { beginReply } from './begin-reply.server.ts'
import { inProcessReplyLog } from './in-process-reply-log.server.ts'
import { redisReplyLog } from './redis-reply-log.server.ts'
import type { ReplyLog } from './reply-log.server.ts'

/**
 * A reply of emoji, combining characters and what looks like frames is read over HTTP by one tab for
 * every byte of the response; each is cut after its byte, inside frames and inside characters, and
 * connects again by itself. All must show what is stored, which is what the model said.
 */
const redisUrl = process.env.TEST_REDIS_URL
const model = startScriptedModel()
const server = Bun.serve({ port: 0, idleTimeout: 60, fetch: (request) => api.handle(request) })
const log = globalThis.appReplyLog
afterAll(async () => {
  globalThis.appReplyLog = log
  await Promise.all([model.stop(), server.stop(true)])
})

/** Bun opens 256 connections at once, and the model needs some. */
const tabsAtOnce = 200

async function cutAtEveryByte(log: ReplyLog) {
  globalThis.appReplyLog = Promise.resolve(log)
  const person = await createPerson()
  const about = await createJob(await createTenant(await createPerson()))
  const connect = signedIn(() => server.url.origin, env.APP_URL, await cookieOf(person))
  const script = { seed: 93, characters: 26, tokensPerSecond: 100 }
  const said = scripted(script)

  /** An answer that has not begun yet, and does not end before the gates are open. */
  async function begin() {
    const { id: chatId } = await as(person).chat.create({ jobId: about.id })
    model.gates.start.close()
    model.gates.end.close()
    const text = question(script)
    await beginReply({ userId: person.id }, chatId, { text }, { models: [model.model()] })
    const stored = async () => (await as(person).chat.read({ chatId })).messages
    return { chatId, stored, before: await stored() }
  }

  async function bytesOfResponse() {
    const { chatId } = await begin()
    const response = await connect(`/api/chat/${chatId}/stream`, {})
    model.gates.start.open()
    model.gates.end.open()
    return (await response.bytes()).length
  }

  /** One answer; each tab's connection is cut after so many bytes. */
  async function read(cuts: number[]) {
    const { chatId, stored, before } = await begin()
    let opened = 0
    const counted: Connect = async (url, init) => {
      const response = await connect(url, init)
      opened += 1
      return response
    }
    const tabs = cuts.map((cut) => openTab(chatId, before, stored, cutAfter(cut, counted)))
    await until(async () => opened >= tabs.length, 20_000)
    model.gates.start.open()
    const shown = () => tabs.map((tab) => tab.getState().messages.at(-1)?.content)
    await until(async () => shown().every((content) => content === said), 20_000)
    model.gates.end.open()
    for (const [index, tab] of tabs.entries()) {
      const { content, status } = await ended(tab)
      const cut = cuts[index]
      expect({ cut, content, status }).toEqual({ cut, content: said, status: 'complete' })
      tab.close()
    }
    expect((await stored())[1]).toMatchObject({ content: said, status: 'complete' })
    return opened - tabs.length
  }

  const bytes = await bytesOfResponse()
  let again = 0
  for (let from = 1; from <= bytes; from += tabsAtOnce) {
    const to = Math.min(bytes, from + tabsAtOnce - 1)
    again += await read(Array.from({ length: to - from + 1 }, (_, index) => from + index))
  }
  // All but those whose cut is after the last word.
  expect(bytes).toBeGreaterThan(said.length * 2)
  expect(again).toBeGreaterThan(bytes * 0.8)
}

test('in this process', () => cutAtEveryByte(inProcessReplyLog()), 60_000)

describe.skipIf(!redisUrl)('on Redis', () => {
  let connections: RedisConnections
  beforeAll(async () => void (connections = await connectRedis(redisUrl ?? '')))
  afterAll(() => connections.close())
  test('as well', () => cutAtEveryByte(redisReplyLog(connections)), 60_000)
})
