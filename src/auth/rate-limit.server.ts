import { eq, inArray, lt, sql } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { rateLimit } from '#/db/schema/rate-limits.ts'

export type Limit = { max: number; windowSeconds: number }
export type Attempt = { allowed: boolean; retryAfterSeconds: number }

/** Addresses are not kept as they are: the table knows only digests. */
const digest = (key: string) => new Bun.CryptoHasher('sha256').update(key).digest('base64url')

/**
 * Counts one attempt at `key` and says whether it is within the limit. Counting and deciding are one
 * statement, so that attempts at the same moment, in any process, cannot slip through together.
 */
export async function countAttempt(key: string, { max, windowSeconds }: Limit): Promise<Attempt> {
  const fresh = sql`now() + make_interval(secs => ${windowSeconds})`
  const isOver = sql`${rateLimit.endsAt} <= now()`
  return asSystem('rate limit: count an attempt', async (tx) => {
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
    return { allowed: row.count <= max, retryAfterSeconds: Math.max(1, row.secondsLeft) }
  })
}

/** After a success the failures before it no longer count. */
export const forgetAttempts = (key: string) =>
  asSystem('rate limit: forget the attempts', (tx) =>
    tx.delete(rateLimit).where(eq(rateLimit.key, digest(key))),
  )
