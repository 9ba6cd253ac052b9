import { beforeAll, expect, test } from 'bun:test'
import { addDrafts, publishOne } from '#/product/jobs/isolation.ts'
import { restoreWorld } from '../../../tests/isolation/restore-world.ts'
import { readLandingFacts } from './read-landing-facts.server.ts'

beforeAll(restoreWorld)

test('drafts change no fact of the landing page', async () => {
  const before = await readLandingFacts()
  const drafts = await addDrafts(50)
  expect(await readLandingFacts()).toEqual(before)
  // The same rows, published, are seen: the comparison can fail.
  await publishOne(drafts)
  expect(await readLandingFacts()).not.toEqual(before)
  await restoreWorld()
})
