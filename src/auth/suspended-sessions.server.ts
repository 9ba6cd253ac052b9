import { parseCookies } from 'better-auth/cookies'
import { and, eq, gt } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { session, user, verification } from '#/db/schema/identity.ts'

/**
 * A ban deletes the sessions, so that nothing can be done with them any more. Their digests are kept
 * until they would have ended, so that the next page can say why one is signed out instead of
 * asking for a password as if nothing had happened.
 */
const identifierOf = (token: string) =>
  `suspended-session:${new Bun.CryptoHasher('sha256').update(token).digest('base64url')}`

/** To be called before the sessions are deleted. */
export const rememberSessions = (userId: string) =>
  asSystem('identity: remember which sessions a ban ends', async (tx) => {
    const open = await tx
      .select({ token: session.token, expiresAt: session.expiresAt })
      .from(session)
      .where(eq(session.userId, userId))
    if (open.length === 0) return
    await tx.insert(verification).values(
      open.map(({ token, expiresAt }) => ({
        id: Bun.randomUUIDv7(),
        identifier: identifierOf(token),
        value: userId,
        expiresAt,
      })),
    )
  })

/** Whether the session cookie of this request ended with a ban that still holds. */
export async function isSuspended(headers: Headers): Promise<boolean> {
  const token = sessionToken(headers)
  if (!token) return false
  const found = await asSystem('identity: why did this session end', (tx) =>
    tx
      .select({ banExpires: user.banExpires })
      .from(verification)
      .innerJoin(user, eq(user.id, verification.value))
      .where(
        and(
          eq(verification.identifier, identifierOf(token)),
          gt(verification.expiresAt, new Date()),
          eq(user.banned, true),
        ),
      )
      .limit(1),
  )
  return found.some(({ banExpires }) => !banExpires || banExpires > new Date())
}

/** The cookie holds the token and its signature: "token.signature". */
function sessionToken(headers: Headers): string | null {
  const cookies = parseCookies(headers.get('cookie') ?? '')
  const [, signed] = [...cookies].find(([name]) => name.endsWith('session_token')) ?? []
  if (!signed) return null
  try {
    return decodeURIComponent(signed).split('.')[0] || null
  } catch {
    return null
  }
}
