/** Every procedure of the router, as it is asked over HTTP. */
import { isProcedure } from '@orpc/server'
import { z } from 'zod'
import { router } from '#/rpc/router.server.ts'
import { askProcedure } from './ask.ts'
import type { Question } from './observe-answers.ts'
import { calls, given, type Ids } from './procedure-inputs.ts'
import { type Asker } from './world.ts'

type Call = (given: Ids, asker: Asker) => unknown
export type ProcedureCall = {
  name: string
  label: string
  call: Call
  schema: z.ZodType | null
  route: { method: string; path: string }
  /** There is no id in it. */
  namesNothing: boolean
}

const inner = z.object({
  '~orpc': z.object({
    inputSchema: z.instanceof(z.ZodType).optional(),
    route: z.object({ method: z.string(), path: z.string() }),
  }),
})

const isEqual = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** With the calls that are listed for it; throws for one without. */
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
        const typed = call as Call
        const namesNothing = isEqual(typed(given.real, 'owner'), typed(given.absent, 'owner'))
        yield { name, label, call: typed, schema, route, namesNothing }
      }
    }
  }
}
export const procedureCalls = [...callsIn(router, calls, [])]

export const procedureQuestions: Question[] = procedureCalls.map(
  ({ name, label, call, route, namesNothing }) => ({
    label,
    isGet: route.method === 'GET',
    namesNothing,
    ask: (asker, which) => askProcedure(asker, name, call(given[which], asker)),
  }),
)

const fields = z.record(z.string(), z.unknown()).default({})

/** The same as plain HTTP: what stands in the path, and the rest as a query or as JSON. */
export function asPlainHttp({ route, call }: ProcedureCall, asker: Asker, ids: Ids) {
  const rest = { ...fields.parse(call(ids, asker)) }
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  if (route.method !== 'GET' && route.method !== 'DELETE') {
    const headers = { 'content-type': 'application/json' }
    return {
      path: `v1${path}`,
      init: { method: route.method, headers, body: JSON.stringify(rest) },
    }
  }
  const query = Object.entries(rest).flatMap(([name, value]) =>
    Array.isArray(value)
      ? value.map((item, at) => [`${name}[${at}]`, String(item)])
      : [[name, String(value)]],
  )
  const search = query.length > 0 ? `?${new URLSearchParams(query)}` : ''
  return { path: `v1${path}${search}`, init: { method: route.method } }
}
