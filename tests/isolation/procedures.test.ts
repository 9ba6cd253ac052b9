/**
 * Every procedure x person, over HTTP. When it fails, the difference shows what somebody is answered
 * now: correct the procedure, or correct the expectation in the isolation.ts of a feature and write
 * docs/isolation.md anew.
 */
import { beforeAll, expect, test } from 'bun:test'
import { testStorage } from '../local-services.ts'
import { openShop } from '../payments.ts'
import { expectedProcedures } from './expected-procedures.ts'
import { foreignFields } from './foreign-fields.ts'
import { type Answers, observeAnswers } from './observe-answers.ts'
import { procedureCalls, procedureQuestions } from './observe-procedures.ts'
import { restoreWorld } from './restore-world.ts'

let observed: Answers

beforeAll(async () => {
  await Promise.all([openShop(), testStorage()])
  await restoreWorld()
  observed = await observeAnswers(procedureQuestions)
}, 120_000)

test('every procedure of the router is expected, and no other', () => {
  const labels = procedureCalls.map(({ label }) => label)
  expect(Object.keys(expectedProcedures).toSorted()).toEqual(labels.toSorted())
  expect(labels.length).toBeGreaterThan(40)
})

test.each(Object.entries(expectedProcedures))('%s', (label, cells) => {
  expect(observed.grid[label]).toEqual(cells)
})

test('nobody reads what is hidden, and who is refused changes nothing', () => {
  expect(observed.faults).toEqual([])
})

test('an id of somebody else, in any field, is answered as one that was never given out', async () => {
  const { told, forgotten, unused, asked } = await foreignFields(observed.grid)
  expect(forgotten).toEqual([])
  expect(unused).toEqual([])
  expect(told).toEqual([])
  expect(asked).toBeGreaterThan(20)
}, 60_000)
