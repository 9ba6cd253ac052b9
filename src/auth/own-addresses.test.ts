import { expect, test } from 'bun:test'
import { isAPIError } from 'better-auth/api'
import { z } from 'zod'
import { env } from '#/env.server.ts'
import { createBrowser, newAddress } from '../../tests/auth-browser.ts'
import { auth } from './auth.server.ts'

const { origin, host } = new URL(env.APP_URL)

/** Shapes that some browser, library or proxy has followed to another site. */
const hostile = [
  'https://evil.example',
  'https:evil.example',
  'https:/evil.example',
  'https:///evil.example',
  'HTTPS://EVIL.EXAMPLE',
  '//evil.example',
  '///evil.example',
  '////evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  '/..//evil.example',
  '/../%2Fevil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  '/a/../..//evil.example',
  '/%2e%2e//evil.example',
  '/%2e//evil.example',
  '/%2F/evil.example',
  '/%2Fevil.example',
  '/%252Fevil.example',
  '/%25252525252Fevil.example',
  '/%5Cevil.example',
  '/%255Cevil.example',
  '%2F%2Fevil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\n/evil.example',
  '/home\r\nlocation: https://evil.example',
  '/%09/evil.example',
  '/%0d%0a/evil.example',
  '\u0000//evil.example',
  '\u0001https://evil.example',
  '/\u0000/evil.example',
  ' //evil.example',
  ' https://evil.example',
  '／／evil.example',
  '/／evil.example',
  '/．．//evil.example',
  '/%EF%BC%8Fevil.example',
  '/＼evil.example',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'evil.example',
  '@evil.example',
  '.evil.example',
  ':80',
  `${origin}.evil.example`,
  `${origin}@evil.example`,
  `${origin}:81/home`,
  `${origin}\\@evil.example`,
  `${origin}//evil.example`,
  `${origin}/..//evil.example`,
  `http://user:pass@${host}/home`,
  `http:${host}`,
  `http:\\\\${host}/home`,
  `//${host}@evil.example`,
  `https://evil.example/${origin}`,
  `https://evil.example?${origin}/home`,
  `https://evil.example#${origin}`,
  '/verify?redirect=//evil.example',
  '/verify?done=1&redirect=https%3A%2F%2Fevil.example',
  '/verify?redirect=%252F%252Fevil.example',
  '/sign-in?redirect=%2Fverify%3Fredirect%3D%2F%2Fevil.example',
  '/a?callbackURL=https://evil.example',
]
const own = [
  '/',
  '/home',
  '/o/birch/jobs?status=open&page=2#top',
  '/jobs?q=a%2F%2Fb',
  '/jobs?q=https://evil.example',
  '/verify?done=1&redirect=%2Finvitations%2F7',
  '/companies/m%C3%BCller',
  '/jobs/100%25-remote',
  origin,
  `${origin}/billing?from=done`,
]

const field = /ur[il]|redirect|return|callback|next|goto|continue|relay|destination|target/i
const published = z.looseObject({ path: z.string() })
const options = z.looseObject({ body: z.unknown().optional(), query: z.unknown().optional() })
const described = z.looseObject({
  properties: z.record(z.string(), z.unknown()).optional(),
})

/** Names of the string fields of a schema, at any depth. */
function fieldsOf(schema: unknown): string[] {
  if (!(schema instanceof z.ZodType) && !isSchema(schema)) return []
  const json = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })
  const found: string[] = []
  const walk = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return
    const { properties = {} } = described.safeParse(node).data ?? {}
    for (const [name, inner] of Object.entries(properties)) {
      if (/"type":"string"/.test(JSON.stringify(inner))) found.push(name)
    }
    Object.values(node).forEach(walk)
  }
  walk(json)
  return found
}
/** Plugins may bring a copy of Zod. */
const isSchema = (schema: unknown): schema is z.ZodType =>
  typeof schema === 'object' && schema !== null && '_zod' in schema

/** Every endpoint of the engine and its plugins, reachable from outside or not, with what leads on. */
async function endpointsThatLeadOn() {
  const { api } = await auth()
  return Object.entries(api).flatMap(([name, endpoint]) => {
    const { path } = published.safeParse({ ...endpoint }).data ?? { path: name }
    const { body, query } = options.parse({ ...endpoint.options })
    return [
      ...fieldsOf(body).map((key) => ({ name, path, part: 'body', key, endpoint })),
      ...fieldsOf(query).map((key) => ({ name, path, part: 'query', key, endpoint })),
    ].filter(({ key }) => field.test(key))
  })
}

const refusalOf = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return isAPIError(error) ? error.body?.code : error
}

test('every endpoint that takes an address to go on to refuses those of others', async () => {
  const found = await endpointsThatLeadOn()
  const names = found.map(({ path, key }) => `${path} ${key}`)
  expect(names).toContain('/verify-email callbackURL')
  expect(names).toContain('/request-password-reset redirectTo')
  expect(names).toContain('/sign-in/social errorCallbackURL')
  expect(names).toContain('/subscription/upgrade successUrl')
  for (const { path, part, key, endpoint } of found) {
    for (const address of hostile) {
      const call = Reflect.apply(endpoint, undefined, [{ [part]: { [key]: address } }])
      const refused = await refusalOf(Promise.resolve(call))
      expect({ path, key, address, refused }).toEqual({
        path,
        key,
        address,
        refused: 'INVALID_REDIRECT',
      })
    }
  }
})

test.each(hostile)('%p leads nowhere from the endpoints that are open', async (address) => {
  const given = encodeURIComponent(address)
  const browser = createBrowser()
  const email = newAddress()
  const answers = [
    await browser.open(`/api/auth/verify-email?token=x&callbackURL=${given}`),
    await browser.open(`/api/auth/verify-email?token=x&callbackURL=/home&callbackURL=${given}`),
    await browser.open(`/api/auth/reset-password/x?callbackURL=${given}`),
    await browser.open(`/api/auth/subscription/success?callbackURL=${given}`),
    await browser.open(`/api/auth/subscription/cancel/callback?callbackURL=${given}`),
    await browser.post('send-verification-email', { email, callbackURL: address }),
    await browser.post('request-password-reset', { email, redirectTo: address }),
  ]
  for (const answer of answers) {
    expect(answer.status).toBeWithin(400, 500)
    expect(answer.headers.get('location')).toBeNull()
  }
})

test.each(own)('%s is an address to go on to', async (address) => {
  const given = encodeURIComponent(address)
  const answer = await createBrowser().open(`/api/auth/verify-email?token=x&callbackURL=${given}`)
  expect(answer.status).toBe(302)
  const landed = new URL(answer.headers.get('location') ?? '', origin)
  expect(landed.origin).toBe(origin)
  expect(landed.searchParams.get('error')).toBe('INVALID_TOKEN')
})

test('what a protocol carries along may be opaque, but is no address of another site', async () => {
  const { api } = await auth()
  const refused = (query: Record<string, string>) =>
    refusalOf(Promise.resolve(Reflect.apply(api.ok, undefined, [{ query }])))
  for (const key of ['state', 'RelayState', 'relay_state']) {
    expect(await refused({ [key]: 'Zm9v.YmFy_-' })).toBeNull()
    expect(await refused({ [key]: '/home' })).toBeNull()
    expect(await refused({ [key]: 'https://evil.example' })).toBe('INVALID_REDIRECT')
    expect(await refused({ [key]: '%2F%2Fevil.example' })).toBe('INVALID_REDIRECT')
  }
})

test('addresses inside of objects and lists are looked at too', async () => {
  const { api } = await auth()
  const refused = (body: object) =>
    refusalOf(Promise.resolve(Reflect.apply(api.signInSocial, undefined, [{ body }])))
  expect(await refused({ additionalData: { deep: [{ returnTo: '//evil.example' }] } })).toBe(
    'INVALID_REDIRECT',
  )
  expect(await refused({ callbackURL: ['/home', '//evil.example'] })).toBe('INVALID_REDIRECT')
})
