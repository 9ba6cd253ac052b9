/**
 * What everybody is answered by every procedure: with ids of A, and with ids that were never given
 * out. A star behind the status says that the two answers differ, so that whoever asks learns that
 * the thing is there; without one they are the same bytes.
 */
import { isProcedure } from '@orpc/server'
import { z } from 'zod'
import { router } from '#/rpc/router.server.ts'
import { type Asker, askers, askProcedure, holdsSecret, isSame } from './ask.ts'
import type { Grid } from './grid.ts'
import { rowOf } from './grid.ts'
import { calls, given, type Ids } from './procedure-inputs.ts'
import { fingerprint, restoreWorld } from './restore-world.ts'

type Call = (given: Ids, asker: Asker) => unknown
export type ProcedureCall = {
  name: string
  label: string
  call: Call
  schema: z.ZodType | null
  /** It only reads. */
  isGet: boolean
}

const inner = z.object({
  '~orpc': z.object({
    inputSchema: z.instanceof(z.ZodType).optional(),
    route: z.object({ method: z.string() }),
  }),
})

/** Every procedure of the router, with the calls that are listed for it. */
function* callsIn(node: object, listed: unknown, path: string[]): Generator<ProcedureCall> {
  for (const [key, child] of Object.entries(node)) {
    const name = [...path, key].join('.')
    if (typeof child !== 'object' || child === null) continue
    const found: unknown = Reflect.get(Object(listed), key)
    if (!isProcedure(child)) yield* callsIn(child, found, [...path, key])
    else if (!found) throw new Error(`tests/isolation/procedure-inputs.ts does not call ${name}`)
    else {
      const { inputSchema: schema = null, route } = inner.parse(child)['~orpc']
      const variants = typeof found === 'function' ? { '': found } : found
      for (const [variant, call] of Object.entries(variants)) {
        const label = variant === '' ? name : `${name}, ${variant}`
        yield { name, label, call: call as Call, schema, isGet: route.method === 'GET' }
      }
    }
  }
}
export const procedureCalls = [...callsIn(router, calls, [])]

const isEqual = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

export type ObservedProcedures = {
  grid: Grid<Asker>
  /** Answers with words that the asker must not see, and rows that a refused call changed. */
  faults: string[]
}

export async function observeProcedures(): Promise<ObservedProcedures> {
  const grid: Grid<Asker> = {}
  const faults: string[] = []
  let before = await fingerprint()
  for (const { name, label, call, isGet } of procedureCalls) {
    const namesNothing = isEqual(call(given.real, 'owner'), call(given.absent, 'owner'))
    const cells = rowOf(askers, () => '')
    let changers = false
    for (const asker of askers) {
      const none = namesNothing ? null : await askProcedure(asker, name, call(given.absent, asker))
      const real = await askProcedure(asker, name, call(given.real, asker))
      if (holdsSecret(asker, name, real)) faults.push(`${label}: ${asker} reads what is hidden`)
      const isThere = none !== null && !isSame(real, none)
      cells[asker] = `${real.status}${isThere ? '*' : ''}`
      const mayChange = !isGet && (isThere || real.status < 400)
      changers ||= mayChange
      // What is allowed may change something: the next one finds it as it was.
      const isNext = asker !== askers.at(-1)
      if (isNext && (!mayChange || namesNothing)) continue
      const after = await fingerprint()
      if (after === before) continue
      if (!changers) faults.push(`${label}: somebody was refused, or only read, and changed rows`)
      await restoreWorld()
      before = await fingerprint()
    }
    grid[label] = cells
  }
  return { grid, faults }
}
