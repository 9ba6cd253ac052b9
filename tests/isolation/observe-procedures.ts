/** Every procedure of the router, as it is asked over HTTP. */
import { isProcedure } from '@orpc/server'
import { z } from 'zod'
import { router } from '#/rpc/router.server.ts'
import { askProcedure } from './ask.ts'
import { procedureIsolations } from './expected-procedures.ts'
import { type Given, given } from './given.ts'
import { withoutDoubles } from './isolations.ts'
import type { Question } from './observe-answers.ts'
import { type Asker } from './world.ts'

type Call = (given: Given, asker: Asker) => unknown
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

/** Every feature's calls of one procedure: by their labels, or one without a label. */
function callsOf(path: string[]): Record<string, Call> {
  const found = procedureIsolations.flatMap(({ name, calls }) => {
    const own: unknown = path
      .slice(1)
      .reduce((node: unknown, key) => Reflect.get(Object(node), key), calls)
    return name === path[0] && own ? [own] : []
  })
  return withoutDoubles(
    found.map((own) =>
      typeof own === 'function' ? { '': own as Call } : (own as Record<string, Call>),
    ),
  )
}

/** In the router's order, each with the calls that are listed for it; throws for one without. */
function* callsIn(node: object, path: string[]): Generator<ProcedureCall> {
  for (const [key, child] of Object.entries(node)) {
    const here = [...path, key]
    const name = here.join('.')
    if (typeof child !== 'object' || child === null) continue
    if (!isProcedure(child)) {
      yield* callsIn(child, here)
      continue
    }
    const { inputSchema: schema = null, route } = inner.parse(child)['~orpc']
    const calls = Object.entries(callsOf(here))
    if (calls.length === 0) throw new Error(`no isolation.ts calls ${name}`)
    for (const [variant, call] of calls) {
      const label = variant === '' ? name : `${name}, ${variant}`
      const namesNothing = isEqual(call(given.real, 'owner'), call(given.absent, 'owner'))
      yield { name, label, call, schema, route, namesNothing }
    }
  }
}
export const procedureCalls = [...callsIn(router, [])]

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
export function asPlainHttp({ route, call }: ProcedureCall, asker: Asker, given: Given) {
  const rest = { ...fields.parse(call(given, asker)) }
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
