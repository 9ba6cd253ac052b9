import { eq, inArray, lt, sql } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { rateLimit } from '#/db/schema/rate-limits.ts'
import { noteLimit } from './counted-limits.ts'

export type Limit = { max: number; windowSeconds: number }
export type Attempt = { allowed: boolean; retryAfterSeconds: number }

/** Addresses are not kept as they are: the table knows only digests. */
const digest = (key: string) => new Bun.CryptoHasher('sha256').update(key).digest('base64url')

/** The part of the key before the colon; the auth engine's keys hold an address and a path. */
const policyOf = (key: string) =>
  key.includes('/') ? 'address' : (/^[a-z-]+(?=:)/.exec(key)?.[0] ?? 'address')

/**
 * Counts one attempt at `key` and says whether it is within the limit. Counting and deciding are one
 * statement, so that attempts at the same moment, in any process, cannot slip through together.
 */
export const countAttempt = (key: string, limit: Limit): Promise<Attempt> =>
  asSystem('rate limit: count an attempt', (tx) => countAttemptIn(tx, key, limit))

/**
 * The same inside a transaction of the system: what it refuses later is not counted. Whoever counts
 * several keys does so in the same order everywhere, since each stays locked until the end.
 */
export async function countAttemptIn(
  tx: Tx,
  key: string,
  { max, windowSeconds }: Limit,
): Promise<Attempt> {
  const fresh = sql`now() + make_interval(secs => ${windowSeconds})`
  const isOver = sql`${rateLimit.endsAt} <= now()`
  const [row] = await tx
    .insert(rateLimit)
    .values({ key: digest(key), count: 1, endsAt: fresh })
    .onConflictDoUpdate({
      target: rateLimit.key,
      set: {
        count: sql`case when ${isOver} then 1 else least(${rateLimit.count}, ${max}) + 1 end`,
        endsAt: sql`case when ${isOver} then ${fresh} else ${rateLimit.endsAt} end`,
      },
    })
    .returning({
      count: rateLimit.count,
      secondsLeft: sql<number>`ceil(extract(epoch from ${rateLimit.endsAt} - now()))::int`,
    })
  if (!row) throw new Error('An upsert returned no row.')
  if (row.count === 1) {
    const over = tx
      .select({ key: rateLimit.key })
      .from(rateLimit)
      .where(lt(rateLimit.endsAt, sql`now()`))
      .limit(50)
      .for('update', { skipLocked: true })
    await tx.delete(rateLimit).where(inArray(rateLimit.key, over))
  }
  const allowed = row.count <= max
  // The window may have been begun by a transaction that is younger than this one.
  const resetSeconds = Math.min(windowSeconds, Math.max(1, row.secondsLeft))
  const remaining = Math.max(0, max - row.count)
  noteLimit({ policy: policyOf(key), max, windowSeconds, remaining, resetSeconds, allowed })
  return { allowed, retryAfterSeconds: resetSeconds }
}

/** After a success the failures before it no longer count. */
export const forgetAttempts = (key: string) =>
  asSystem('rate limit: forget the attempts', (tx) =>
    tx.delete(rateLimit).where(eq(rateLimit.key, digest(key))),
  )
