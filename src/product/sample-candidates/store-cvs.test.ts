import { expect, test } from 'bun:test'
import { isLocalPart } from '../../../scripts/seed/local-parts.ts'
import { sampleCandidates } from './sample-data.ts'
import { storeCvs } from './store-cvs.ts'

/** The address of a test run is not where the local storage of this environment would listen. */
test('nothing is written to a storage that is not the local one', async () => {
  expect(isLocalPart('storage')).toBe(false)
  expect(await storeCvs(sampleCandidates.flatMap(({ cvs }) => cvs))).toBe(0)
})
