/**
 * Everything beside pages and procedures, with values that no form sends: the endpoints of
 * the auth engine, found in the engine, and the other routes under /api, found in their router.
 */
import { afterAll, beforeAll, expect, test } from 'bun:test'
import { z } from 'zod'
import { api } from '#/api/api.ts'
import { auth } from '#/auth/auth.server.ts'
import { openEnginePaths } from '../isolation/isolations.ts'
import { addressed } from './addressed.ts'
import { fieldsOfSchema, withJsonAt } from './fields-of-schema.ts'
import { hostileJson, hostileText } from './hostile-values.ts'
import { endFuzzing, failures, send, startAnew, startFuzzing, takeCount } from './send.ts'

beforeAll(startFuzzing, 120_000)
afterAll(endFuzzing)

const json = { 'content-type': 'application/json' }
const endpoint = z.object({
  path: z.string(),
  options: z.object({
    method: z.union([z.string(), z.array(z.string())]),
    body: z.unknown().optional(),
    query: z.unknown().optional(),
  }),
})
const fieldsOf = (schema: unknown) =>
  schema instanceof z.ZodType
    ? fieldsOfSchema(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
    : []

/** Those that are open, as they stand in the engine: a function with its path and its options. */
async function openEndpoints() {
  return Object.values((await auth()).api).flatMap((candidate: unknown) => {
    const [path, options] = ['path', 'options'].map((name) => Reflect.get(Object(candidate), name))
    const found = endpoint.safeParse({ path, options })
    return found.success && openEnginePaths.includes(found.data.path) ? found.data : []
  })
}

const person = { name: 'Robin', email: 'robin@people.example', locale: 'en' }
const known: Record<string, object> = {
  '/sign-up/email': { ...person, password: 'seven quiet gardens', callbackURL: '/home' },
  '/sign-in/email': { email: person.email, password: 'seven quiet gardens' },
  '/reset-password': { newPassword: 'seven quiet gardens', token: 'token' },
}

test('whatever it is sent, no endpoint of the auth engine fails', async () => {
  for (const { path, options } of await openEndpoints()) {
    const [method = 'GET'] = [options.method].flat()
    const query = fieldsOf(options.query).map(([name]) => name)
    const ask = (address: string, what: string, init: RequestInit = {}) =>
      send('anonymous', `/api/auth${address}`, { method, ...init }, `${method} ${path}, ${what}`)
    for (const [what, text] of Object.entries(hostileText)) {
      const address = path.replaceAll(/:\w+/g, () => text)
      await ask(`${address}?callbackURL=%2Fhome`, what)
      for (const name of query) {
        const rest = query.filter((other) => other !== name).map((other) => `${other}=%2Fhome`)
        await ask(`${address}?${[...rest, `${name}=${text}`].join('&')}`, `?${name} is ${what}`)
      }
    }
    if (method === 'GET') continue
    const base = known[path] ?? { email: person.email }
    const fields = [[], ...Object.keys(base).map((name) => [name]), ...fieldsOf(options.body)]
    for (const [what, value] of Object.entries(hostileJson)) {
      for (const field of fields) {
        const body = withJsonAt(base, field, value)
        await ask(path, `${field.join('.')} is ${what}`, { headers: json, body })
      }
    }
    await startAnew()
  }
  expect(failures.splice(0)).toEqual([])
  expect(takeCount()).toBeGreaterThan(500)
}, 120_000)

test('whatever stands in its address or body, no other route fails', async () => {
  for (const { method, path, hooks } of api.routes) {
    if (path.endsWith('*')) continue
    const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
    const addressOf = (over: Record<string, string>) =>
      path.replaceAll(/:(\w+)/g, (_, name: string) => over[name] ?? addressed(name))
    const query = fieldsOf(Reflect.get(Object(hooks), 'query')).map(([name]) => name)
    for (const asker of ['candidate', 'owner', 'anonymous'] as const) {
      const ask = (address: string, what: string, body?: string) =>
        send(asker, address, { method, headers: json, body }, `${method} ${path}, ${what}`)
      for (const [what, text] of Object.entries(hostileText)) {
        for (const name of names) await ask(addressOf({ [name]: text }), `${name} is ${what}`)
        for (const name of query)
          await ask(`${addressOf({})}?${name}=${text}`, `?${name} is ${what}`)
      }
      if (method !== 'POST') continue
      for (const [what, value] of Object.entries(hostileJson)) {
        await ask(addressOf({}), what, value)
        await ask(addressOf({}), `text is ${what}`, `{"text":${value}}`)
      }
    }
  }
  await startAnew()
  expect(failures.splice(0)).toEqual([])
  expect(takeCount()).toBeGreaterThan(200)
}, 120_000)
