import { expect, test } from 'bun:test'
import { isProcedure } from '@orpc/server'
import { z } from 'zod'
import { router } from './router.server.ts'
import { kinds } from './who-may-call.server.ts'

function* proceduresIn(node: object, path: string[] = []): Generator<[string, object]> {
  for (const [name, child] of Object.entries(node)) {
    if (typeof child !== 'object' || child === null) continue
    if (isProcedure(child)) yield [[...path, name].join('.'), child]
    else yield* proceduresIn(child, [...path, name])
  }
}

const inner = z.object({
  '~orpc': z.object({
    middlewares: z.array(z.unknown()),
    route: z.object({
      method: z.string(),
      path: z.string(),
      summary: z.string(),
      tags: z.array(z.string()),
    }),
  }),
})
const procedures = [...proceduresIn(router)].map(([name, procedure]) => ({
  name,
  ...inner.parse(procedure, { error: () => `${name} has no method, path, summary or tag` })[
    '~orpc'
  ],
}))
const known = new Set<unknown>(Object.values(kinds))

test('there are procedures', () => expect(procedures.length).toBeGreaterThan(20))

test.each(procedures)('$name says who may call', ({ middlewares }) => {
  expect(middlewares.filter((middleware) => known.has(middleware))).toHaveLength(1)
})

test('no two procedures answer the same call', () => {
  const calls = procedures.map(
    ({ route }) => `${route.method} ${route.path.replaceAll(/\{\w+\}/g, '{}')}`,
  )
  expect(calls.filter((call, at) => calls.indexOf(call) !== at)).toEqual([])
})
