/** Real sessions, for tests that go through the HTTP routes rather than the procedures. */
import { createHmac } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { session } from '#/db/schema/identity.ts'
import { env } from '#/env.server.ts'
import { site } from '#/site.ts'
import { as, type Person } from './people.ts'

/** The Cookie header of a browser in which this person is signed in. */
export async function cookieOf(person: Person): Promise<string> {
  const token = crypto.randomUUID()
  await asSystem('test: sign in', (tx) =>
    tx.insert(session).values({
      id: Bun.randomUUIDv7(),
      token,
      userId: person.id,
      expiresAt: new Date(Date.now() + 3_600_000),
    }),
  )
  return cookieWith(token)
}

/** The same for the token of a session that is there. */
export function cookieWith(token: string): string {
  const signature = createHmac('sha256', env.AUTH_SECRET).update(token).digest('base64')
  return `${site.id}.session_token=${encodeURIComponent(`${token}.${signature}`)}`
}

/** Signs this person out everywhere. */
export const endSessions = (person: Person) =>
  asSystem('test: sign out', (tx) => tx.delete(session).where(eq(session.userId, person.id)))

/** The procedures as this person's own browser calls them: what asks the auth engine needs it. */
export const asInBrowser = async (person: Person) =>
  as(person, new Headers({ cookie: await cookieOf(person) }))
