/** Requests that are under way while their account or organisation is deleted: refused, never failed. */
import { beforeAll, expect, test } from 'bun:test'
import { api } from '#/api/api.ts'
import { env } from '#/env.server.ts'
import {
  callsOf,
  createBrowser,
  goodPassword as password,
  openInbox,
  signUpAndConfirm,
} from '../../../tests/auth-browser.ts'
import { testStorage } from '../../../tests/local-services.ts'
import { openShop } from '../../../tests/payments.ts'

beforeAll(() => Promise.all([openInbox(), openShop(), testStorage()]))

const delays = [0, 30, 60, 90, 120, 150, 180]

/** Sends each of them several times around the moment of the deletion; returns the statuses of failures. */
async function failuresBeside(
  remove: () => Promise<unknown>,
  requests: [string, string, object][],
) {
  const failed: string[] = []
  const send = async ([cookie, path, body]: [string, string, object], delay: number) => {
    await Bun.sleep(delay)
    const headers = { 'content-type': 'application/json', origin: env.APP_URL, cookie }
    const request = new Request(`${env.APP_URL}/api${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    const { status } = await api.handle(request)
    if (status >= 500) failed.push(`${status} ${path}`)
  }
  await Promise.all([
    remove(),
    ...requests.flatMap((request) => delays.map((delay) => send(request, delay))),
  ])
  return failed
}

const cookieIn = (browser: ReturnType<typeof createBrowser>) =>
  browser.headers().get('cookie') ?? ''

test('of an account', async () => {
  const browser = createBrowser()
  const email = await signUpAndConfirm(browser)
  const cookie = cookieIn(browser)
  const newPassword = 'rain on the tin roof'
  const procedure = (path: string, json: object): [string, string, object] => [
    cookie,
    `/rpc/${path}`,
    { json },
  ]
  const failed = await failuresBeside(
    () => callsOf(browser).identity.deleteAccount({ email, password }),
    [
      ['', '/auth/sign-in/email', { email, password }],
      ['', '/auth/request-password-reset', { email }],
      procedure('files/requestUpload', { name: 'a.pdf', contentType: 'a', sizeBytes: 10 }),
      procedure('identity/changePassword', { currentPassword: password, newPassword }),
      procedure('identity/update', { name: 'Other' }),
      procedure('identity/endOtherSessions', {}),
      procedure('billing/checkout', { interval: 'month' }),
    ],
  )
  expect(failed).toEqual([])
}, 30_000)

test('of an organisation', async () => {
  const browser = createBrowser()
  await signUpAndConfirm(browser)
  const slug = `race-${crypto.randomUUID().slice(0, 8)}`
  const { organizations } = callsOf(browser)
  await organizations.create({ name: 'Race', slug })
  const cookie = cookieIn(browser)
  const procedure = (path: string, json: object): [string, string, object] => [
    cookie,
    `/rpc/${path}`,
    { json: { organizationSlug: slug, ...json } },
  ]
  const failed = await failuresBeside(
    () => organizations.remove({ organizationSlug: slug, typedName: 'Race' }),
    [
      procedure('organizations/update', { name: 'Race', slug }),
      procedure('organizations/invite', { email: 'x@inbox.example', role: 'member' }),
      procedure('organizations/leave', {}),
      procedure('jobs/create', { title: 'Potter' }),
    ],
  )
  expect(failed).toEqual([])
}, 30_000)
