/** Asks the whole server, and remembers what failed. */
import { inArray } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { member, organization } from '#/db/schema/organizations.ts'
import { rateLimit } from '#/db/schema/rate-limits.ts'
import { env } from '#/env.server.ts'
import { appServer } from '../app-server.ts'
import { cookieOf } from '../isolation/ask.ts'
import { expectedProcedures } from '../isolation/expected-procedures.ts'
import { procedureCalls } from '../isolation/observe-procedures.ts'
import { restoreWorld } from '../isolation/restore-world.ts'
import { type Asker, askers, people } from '../isolation/world.ts'
import { testMail, testModel, testStorage } from '../local-services.ts'
import { openShop } from '../payments.ts'

export const failures: string[] = []
let asked = 0

/** Some tests of the browser's code leave one, and the router would take the server for a browser. */
const leftDocument: unknown = Reflect.get(globalThis, 'document')

export function startFuzzing() {
  Reflect.deleteProperty(globalThis, 'document')
  return Promise.all([appServer(), openShop(), testStorage(), testModel(), testMail(), startAnew()])
}

export function endFuzzing() {
  if (leftDocument !== undefined) Reflect.set(globalThis, 'document', leftDocument)
}

/** The number of requests since the last time. */
export function takeCount(): number {
  const count = asked
  asked = 0
  return count
}

/** The status of the answer, after its body was read. */
export async function send(asker: Asker, path: string, init: RequestInit, label: string) {
  const server = await appServer()
  const headers = new Headers(init.headers)
  headers.set('origin', env.APP_URL)
  const cookie = cookieOf(asker)
  if (cookie) headers.set('cookie', cookie)
  asked += 1
  const response = await server.fetch(new Request(`${env.APP_URL}${path}`, { ...init, headers }))
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream')
  await (isStream ? response.body?.cancel() : response.arrayBuffer())
  if (response.status >= 500) failures.push(`${response.status} for ${asker}: ${label}`)
  return response.status
}

const allowed = (label: string) =>
  askers.findLast((asker) => /^20\d/.test(expectedProcedures[label]?.[asker] ?? ''))

/**
 * Each procedure once, called as it is expected to succeed where it can, by somebody whom it lets in,
 * so that the values reach what is behind it.
 */
export const procedures = [
  ...new Map(
    procedureCalls
      .toSorted((one, other) => Number(!!allowed(one.label)) - Number(!!allowed(other.label)))
      .map((call) => [call.name, { ...call, asker: allowed(call.label) ?? 'owner' }]),
  ).values(),
]

/** The world as it was, without the organisations that were founded on the way. */
export async function startAnew() {
  const everybody = Object.values(people).map(({ id }) => id)
  await asSystem('test: close what was founded', async (tx) => {
    const founded = tx
      .select({ id: member.organizationId })
      .from(member)
      .where(inArray(member.userId, everybody))
    await tx.delete(organization).where(inArray(organization.id, founded))
    await tx.delete(rateLimit)
  })
  await restoreWorld()
}
