/**
 * Every procedure x person, over HTTP. When it fails, the difference shows what somebody is answered
 * now: correct the procedure, or say in expected-procedures.ts that it is meant, and write
 * docs/isolation.md anew.
 */
import { beforeAll, expect, test } from 'bun:test'
import { testStorage } from '../local-services.ts'
import { openShop } from '../payments.ts'
import { expectedProcedures } from './expected-procedures.ts'
import { foreignFields } from './foreign-fields.ts'
import { parseGrid } from './grid.ts'
import { type Answers, observeAnswers } from './observe-answers.ts'
import { procedureCalls, procedureQuestions } from './observe-procedures.ts'
import { restoreWorld } from './restore-world.ts'
import { askers } from './world.ts'

const expected = parseGrid(expectedProcedures, askers)
let observed: Answers

beforeAll(async () => {
  await Promise.all([openShop(), testStorage()])
  await restoreWorld()
  observed = await observeAnswers(procedureQuestions)
}, 120_000)

test('every procedure of the router is expected, and no other', () => {
  const labels = procedureCalls.map(({ label }) => label)
  expect(Object.keys(expected).toSorted()).toEqual(labels.toSorted())
  expect(labels.length).toBeGreaterThan(70)
})

test.each(Object.entries(expected))('%s', (label, cells) => {
  expect(observed.grid[label]).toEqual(cells)
})

test('nobody reads what is hidden, and who is refused changes nothing', () => {
  expect(observed.faults).toEqual([])
})

test('an id of somebody else, in any field, is answered as one that was never given out', async () => {
  const { told, forgotten, asked } = await foreignFields(observed.grid)
  expect(forgotten).toEqual([])
  expect(told).toEqual([])
  expect(asked).toBeGreaterThan(50)
}, 60_000)
