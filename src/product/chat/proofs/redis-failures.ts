import { Redis } from 'ioredis'
import { ended } from '../test-readers.ts'
import type { Script } from '../test-scripted-model.ts'
import { type Asker, createAsker, expectNothingWrongWasShown, Violation } from './people.ts'
import type { Servers } from './servers.ts'

const script: Script = { seed: 1, characters: 300, tokensPerSecond: 40 }

/**
 * A Redis that is away, slow, standing still or restarted empty: every answer is still read to its last
 * character, the reader is told the end, and pages that have nothing to do with chat take as long as
 * before.
 */
export async function proveRedisFailures(world: Servers) {
  const { servers, wire } = world
  const origins = servers.map(({ origin }) => origin)
  const counts: Record<string, number> = {}
  const before = await timePages(origins)

  wire.refuse()
  counts['Redis away from the start: answer read after, ms'] = await timeAnswer(world)
  wire.accept()
  await untilRedisIsBack(world)

  counts['Redis answers: answer read after, ms'] = await timeAnswer(world)

  wire.delay(200)
  counts['Redis slow by 400 ms: answer read after, ms'] = await timeAnswer(world)
  wire.delay(0)

  counts['Redis restarted empty in the middle, ms'] = await timeAnswer(world, async () => {
    wire.refuse()
    await emptyRedis(world)
    await Bun.sleep(1_000)
    wire.accept()
  })
  await untilRedisIsBack(world)

  counts['Redis stands still for 8 s in the middle, ms'] = await timeAnswer(world, async () => {
    wire.stop()
    const during = await timePages(origins)
    counts['pages meanwhile, slowest, ms'] = during.slowest
    await Bun.sleep(8_000 - during.took)
    wire.goOn()
  })
  counts['pages before, slowest, ms'] = before.slowest
  // Nothing waits for Redis: what is slower than this is noise of the machine.
  if ((counts['pages meanwhile, slowest, ms'] ?? 0) > before.slowest + 250) {
    throw new Violation(`pages got slower: ${JSON.stringify(counts)}`)
  }
  expectNothingWrongWasShown()
  return counts
}

/** Asks over one server, reads over both; the time until both tabs show the whole answer. */
async function timeAnswer({ servers }: Servers, meanwhile: () => Promise<void> = async () => {}) {
  const asker: Asker = await createAsker(servers, script)
  const started = performance.now()
  const here = await asker.open()
  if (!(await here.ask({ text: asker.question }))) throw new Violation('a question was not taken')
  const there = await asker.open()
  await Bun.sleep(600)
  const troubled = meanwhile()
  for (const tab of [here, there]) {
    const { content, status } = await ended(tab, 30_000)
    if (status !== 'complete' || content !== asker.said) {
      throw new Violation(`an answer ended as ${status} after ${content.length} characters`)
    }
    tab.close()
  }
  const took = Math.round(performance.now() - started)
  await troubled
  const stored = (await asker.stored()).at(-1)
  if (stored?.content !== asker.said) throw new Violation('what is stored is not what was said')
  return took
}

/** Pages and answers that need no chat, one after the other on each server. */
async function timePages(origins: string[]) {
  const begun = performance.now()
  let slowest = 0
  for (let round = 0; round < 8; round++) {
    for (const origin of origins) {
      for (const path of ['/api/health', '/api/health/ready', '/jobs']) {
        const started = performance.now()
        const answer = await fetch(origin + path, { signal: AbortSignal.timeout(5_000) })
        await answer.text()
        // The first round warms up.
        if (round > 0) slowest = Math.max(slowest, performance.now() - started)
      }
    }
  }
  return { slowest: Math.round(slowest), took: performance.now() - begun }
}

async function emptyRedis({ redisUrl }: Servers) {
  const redis = new Redis(redisUrl)
  await redis.flushdb()
  redis.disconnect()
}

/** Until the servers have connected again, which they try at least every second. */
const untilRedisIsBack = async ({ servers }: Servers) => {
  await Bun.sleep(1_500)
  if (servers.some(({ isUp }) => !isUp)) throw new Violation('a server went away with Redis')
}
