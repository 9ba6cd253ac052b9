import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { proveCrash } from './crash.ts'
import { proveRollingRestart } from './rolling-restart.ts'
import { type Servers, startAppServers } from './servers.ts'

/** The short form of `bun run proofs:chat`, for every change: real processes, fewer replies. */
const isPossible = Boolean(process.env.TEST_DATABASE_URL && process.env.TEST_REDIS_URL)
if (!isPossible) {
  console.log('TEST_DATABASE_URL or TEST_REDIS_URL is not set: no server was killed under a chat.')
}

describe.skipIf(!isPossible)('two servers', () => {
  let world: Servers
  beforeAll(async () => void (world = await startAppServers('sources', 2)), 30_000)
  afterAll(() => world.stop())

  test('the server that writes is killed', async () => {
    const { kills, replies, interrupted } = await proveCrash(world, { times: 1, repliesEach: 4 })
    expect({ kills, replies }).toEqual({ kills: 1, replies: 4 })
    expect(interrupted).toBeGreaterThan(0)
  }, 60_000)

  test('both are restarted one after the other, under readers that are cut', async () => {
    const settings = { replies: 12, disconnects: 100, characters: 500 }
    const result = await proveRollingRestart(world, settings)
    expect(result).toMatchObject({ replies: 12, disconnects: 100 })
  }, 60_000)
})
