/** Browsers whose address and name stand in the audit trail. */
import { api } from '#/api/api.ts'
import { clientAddressHeader } from '#/auth/client-address.ts'
import { env } from '#/env.server.ts'
import { as, type Person } from './people.ts'
import { cookieOf } from './sessions.ts'

const userAgent = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/144.0'
const address = '203.0.113.7'

/** The procedures and the API as this person's browser asks for them. */
export async function browserOf(person: Person) {
  const headers = new Headers({
    cookie: await cookieOf(person),
    'user-agent': userAgent,
    [clientAddressHeader]: address,
    origin: env.APP_URL,
  })
  return {
    rpc: as(person, headers),
    get: (path: string) => api.handle(new Request(new URL(path, env.APP_URL), { headers })),
    post: (path: string, body: object) => {
      const all = new Headers(headers)
      all.set('content-type', 'application/json')
      const init = { method: 'POST', headers: all, body: JSON.stringify(body) }
      return api.handle(new Request(new URL(path, env.APP_URL), init))
    },
  }
}

/** What the trail says of such a browser. */
export const here = { address, userAgent }
