/**
 * The calls of every procedure, and everybody's answers to them, of all features. procedures.test.ts
 * asks over HTTP and compares.
 */
import { parseGrid } from './grid.ts'
import { isolations, withoutDoubles } from './isolations.ts'
import { askers } from './world.ts'

export const procedureIsolations = isolations.flatMap(({ procedures = [] }) => procedures)

export const expectedProcedures = withoutDoubles(
  procedureIsolations.map(({ grid }) => parseGrid(grid, askers)),
)
