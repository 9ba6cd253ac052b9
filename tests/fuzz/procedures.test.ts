/**
 * Every procedure, in both protocols, with values that nobody's form sends: none may fail. They come
 * from the router and from the API document, so that a new one is asked without being listed here.
 */
import { afterAll, beforeAll, expect, test } from 'bun:test'
import { StandardRPCJsonSerializer } from '@orpc/client/standard'
import { z } from 'zod'
import { openApiDocument } from '#/api/openapi.server.ts'
import { given } from '../isolation/given.ts'
import { asPlainHttp } from '../isolation/observe-procedures.ts'
import { fingerprint } from '../isolation/restore-world.ts'
import { fieldsOfSchema, type Path, withJsonAt } from './fields-of-schema.ts'
import { hostileJson, hostileText, hostileTyped } from './hostile-values.ts'
import {
  endFuzzing,
  failures,
  procedures,
  send,
  startAnew,
  startFuzzing,
  takeCount,
} from './send.ts'

beforeAll(startFuzzing, 120_000)
afterAll(endFuzzing)

const json = { 'content-type': 'application/json' }
const serializer = new StandardRPCJsonSerializer()

test('whatever its fields hold, no procedure fails', async () => {
  let before = await fingerprint()
  for (const { name, call, schema, asker } of procedures) {
    if (!schema) continue
    const [input, meta] = serializer.serialize(call(given.real, asker))
    const fields = fieldsOfSchema(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
    const post = (field: Path, what: string, value: string, type?: number) => {
      const kept = meta.filter((entry) => !isAt(entry, field))
      const metas = JSON.stringify(type === undefined ? kept : [...kept, [type, ...field]])
      const body = `{"json":${withJsonAt(input, field, value)},"meta":${metas}}`
      const path = `/api/rpc/${name.replaceAll('.', '/')}`
      const label = `${name}, ${field.join('.') || 'the input'} is ${what}`
      return send(asker, path, { method: 'POST', headers: json, body }, label)
    }
    for (const [what, value] of Object.entries(hostileJson)) {
      const accepted = fields.filter((field) => isAccepted(schema, input, field, value))
      // One refusal by the schema is like the other; an accepted value reaches the procedure.
      const refused = fields.find((field) => !accepted.includes(field)) ?? []
      for (const field of [[], refused, ...accepted]) await post(field, what, value)
    }
    for (const [what, [value, type]] of Object.entries(hostileTyped)) {
      for (const field of [[], ...fields.slice(0, 1)]) await post(field, what, value, type)
    }
    if ((await fingerprint()) === before) continue
    await startAnew()
    before = await fingerprint()
  }
  expect(failures.splice(0)).toEqual([])
  expect(takeCount()).toBeGreaterThan(2_000)
}, 120_000)

const isAt = (entry: readonly unknown[], field: Path) =>
  field.every((part, at) => entry[at + 1] === part)

function isAccepted(schema: z.ZodType, input: unknown, field: Path, value: string): boolean {
  const read: unknown = JSON.parse(withJsonAt(input, field, value))
  try {
    return schema.safeParse(read).success
  } catch {
    // A schema that throws has to be seen failing.
    return true
  }
}

const described = z.object({ parameters: z.array(z.object({ name: z.string(), in: z.string() })) })

test('whatever stands in an address or a body of the API document, nothing fails', async () => {
  const { paths } = await openApiDocument()
  for (const procedure of procedures) {
    const { route, call, asker } = procedure
    const method = route.method.toLowerCase()
    const operation: unknown = Reflect.get(Object(paths?.[route.path]), method)
    expect(operation, `${route.method} ${route.path}`).toBeDefined()
    const { path, init } = asPlainHttp(procedure, asker, given.real)
    const ask = (address: string, what: string, body = init.body) =>
      send(asker, `/api/${address}`, { ...init, body }, `${route.method} ${route.path}, ${what}`)
    const { parameters } = described.parse({ parameters: [], ...Object(operation) })
    for (const { name, in: place } of parameters) {
      for (const [what, text] of Object.entries(hostileText)) {
        if (place === 'path') {
          const here = encodeURIComponent(
            String(Reflect.get(Object(call(given.real, asker)), name)),
          )
          await ask(
            path.replace(here, () => text),
            `${name} is ${what}`,
          )
        } else await ask(withQuery(path, `${name}=${text}`), `?${name} is ${what}`)
      }
      if (place === 'path') continue
      for (const brackets of ['[]', '[9999]', '[0][1][2]', '[a][__proto__]', '[[', ']']) {
        await ask(withQuery(path, `${name}${brackets}=1`), `?${name}${brackets}`)
      }
    }
    if (init.body === undefined) continue
    for (const [what, value] of Object.entries(hostileJson)) await ask(path, what, value)
  }
  await startAnew()
  expect(failures.splice(0)).toEqual([])
  expect(takeCount()).toBeGreaterThan(1_000)
}, 120_000)

const withQuery = (path: string, query: string) =>
  `${path}${path.includes('?') ? '&' : '?'}${query}`
