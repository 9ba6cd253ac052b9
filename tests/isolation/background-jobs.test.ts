/** Background jobs carry ids, and run as the system: each gets ids that do not belong together. */
import { beforeAll, expect, test } from 'bun:test'
import { backgroundJobs } from '#/worker.server.ts'
import { merged } from './isolations.ts'
import { fingerprint, restoreWorld } from './restore-world.ts'

beforeAll(restoreWorld)

const mismatched = merged((isolation) => isolation.backgroundJobs)

test('every kind of background job is expected, and no other', () => {
  const names = backgroundJobs.map(({ name }) => name)
  expect(Object.keys(mismatched).toSorted()).toEqual(names.toSorted())
})

test.each(Object.entries(mismatched))(
  'the job %s does nothing with an id of somebody else',
  async (_, run) => {
    const before = await fingerprint()
    if (typeof run === 'function') await run()
    expect(await fingerprint()).toBe(before)
  },
)
