/**
 * Every table x verb x person, as Postgres decides it. When it fails, the difference shows what
 * somebody can do now that they could not, or the other way round: correct the policy, or correct the
 * expectation in the isolation.ts of a feature and write docs/isolation.md anew.
 */
import { beforeAll, expect, test } from 'bun:test'
import { expectedTables } from './expected-tables.ts'
import { printGrid } from './grid.ts'
import { type Observed, observeTables } from './observe-tables.ts'
import { restoreWorld } from './restore-world.ts'
import { tables } from './schema-tables.ts'
import { actorNames } from './world.ts'

let observed: Record<string, Observed>

beforeAll(async () => {
  await restoreWorld()
  observed = await observeTables()
}, 60_000)

test('every table of the schema is expected, and no other', () => {
  const named = tables.map(({ name }) => name).toSorted()
  expect(Object.keys(expectedTables).toSorted()).toEqual(named)
  expect(named.length).toBeGreaterThan(10)
})

test.each(Object.entries(expectedTables))('%s', (name, { grants, grid, becomes = {} }) => {
  const found = observed[name]
  if (found && !Bun.deepEquals(found.grid, grid)) {
    console.log(`${name}, as it is:\n${printGrid(found.grid, actorNames)}`)
  }
  expect(found?.grid).toEqual(grid)
  expect(found?.grants).toBe(grants)
  const made = Object.entries(found?.becomes ?? {}).map(([column, who]) => [column, grouped(who)])
  expect(Object.fromEntries(made)).toEqual(becomes)
  expect(found?.faults).toEqual([])
})

/** Who can do the same is named together: `{ 'member admin': 'new rejected' }`. */
function grouped(byPerson: Record<string, string>): Record<string, string> {
  const groups = Map.groupBy(Object.entries(byPerson), ([, values]) => values)
  return Object.fromEntries(
    [...groups].map(([values, people]) => [people.map(([who]) => who).join(' '), values]),
  )
}
