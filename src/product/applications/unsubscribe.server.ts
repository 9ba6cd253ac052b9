import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { user } from '#/db/schema/identity.ts'
import { mailPreference } from './tables.ts'
import { env } from '#/env.server.ts'

/** Not the secret itself: what is signed for one purpose is of no use for another. */
const key = Buffer.from(hkdfSync('sha256', env.AUTH_SECRET, '', 'loam unsubscribe', 32))
const signatureOf = (userId: string) => createHmac('sha256', key).update(userId).digest()

/**
 * Lets a mail program turn these mails off with one click (RFC 8058). The link is good for nothing
 * else, so it does not expire.
 */
export function unsubscribeHeaders(userId: string): Record<string, string> {
  const query = new URLSearchParams({
    person: userId,
    signature: signatureOf(userId).toString('base64url'),
  })
  return {
    'List-Unsubscribe': `<${env.APP_URL}/api/unsubscribe?${query}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}

/** False for a link that is not from here. Somebody who is gone gets no mails either: true. */
export async function unsubscribe(query: URLSearchParams): Promise<boolean> {
  const userId = query.get('person') ?? ''
  const given = Buffer.from(query.get('signature') ?? '', 'base64url')
  const right = signatureOf(userId)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return false
  await asSystem('applications: a mail program turns the mails off', async (tx) => {
    const [found] = await tx
      .select({ id: user.id })
      .from(user)
      .where(eq(user.id, userId))
      .for('share')
    if (!found) return
    await tx
      .insert(mailPreference)
      .values({ userId, newApplications: false })
      .onConflictDoUpdate({ target: mailPreference.userId, set: { newApplications: false } })
  })
  return true
}
