/** What a connection carries between two transactions: nothing of anybody. */
import type { PGlite } from '@electric-sql/pglite'
import type pg from 'pg'
import { z } from 'zod'
import { asSystem, asUser, visitor } from '#/db/access.server.ts'
import type { Connection } from '#/db/connection.ts'
import { type Findings, reasonsOf } from './findings.ts'

const settings = [
  'request.user_id',
  'request.visitor_id',
  'request.org_id',
  'request.reason',
  'request.actor_id',
  'request.impersonator_id',
]
const carried = settings
  .map((name) => `coalesce(current_setting('${name}', true), '')`)
  .join(' || ')
/** One statement that is alone has begun when its transaction did. */
const question = `select current_user::text as "role", ${carried} as "carried",
  now() = statement_timestamp() as "isAlone"`
const found = z.object({ role: z.string(), carried: z.string(), isAlone: z.boolean() })

function look(answer: { rows: unknown[] }, role: string, findings: Findings) {
  const now = found.parse(answer.rows[0])
  findings.count('idle connections looked at')
  if (now.role !== role || now.carried !== '' || !now.isAlone) {
    findings.violation(`a connection at rest was ${JSON.stringify(now)}`)
  }
}

/** The role that each connection has outside of a transaction; see connection.ts. */
const restingRoles = ['app_user', 'app_system']

async function lookAtEmbedded(pglite: PGlite, findings: Findings) {
  // As one message: a statement with parameters begins before it is run.
  const [answer] = await pglite.exec(question)
  look(answer ?? { rows: [] }, 'app_system', findings)
}

async function lookAtOne(pool: pg.Pool, role: string, findings: Findings) {
  const client = await pool.connect()
  try {
    look(await client.query(question), role, findings)
    client.release()
  } catch (error) {
    client.release(true)
    throw error
  }
}

/** Looks again and again, between the transactions of others. */
export function watchIdleConnections({ client }: Connection, findings: Findings) {
  const over = new AbortController()
  async function watch() {
    while (!over.signal.aborted) {
      if (client.kind === 'pglite') {
        await lookAtEmbedded(client.pglite, findings)
      } else {
        for (const [at, pool] of client.pools.entries()) {
          // One that was killed says nothing.
          await lookAtOne(pool, restingRoles[at] ?? '', findings).catch(() => {})
        }
      }
      await Bun.sleep(10)
    }
  }
  const watching = watch()
  return {
    stop: () => {
      over.abort()
      return watching
    },
  }
}

/** After the last transaction: every connection is clean, none is lent, and all can be had again. */
export async function checkAtRest({ client }: Connection, findings: Findings): Promise<void> {
  if (client.kind === 'pglite') {
    await lookAtEmbedded(client.pglite, findings)
  } else {
    for (const [at, pool] of client.pools.entries()) {
      await checkPool(pool, restingRoles[at] ?? '', findings)
    }
  }
  const more = Array.from({ length: 20 }, (_, at) =>
    at % 2 === 0 ? asUser(visitor, async () => {}) : asSystem('proof: once more', async () => {}),
  )
  const inTime = await Promise.race([Promise.all(more), Bun.sleep(10_000)])
  if (!inTime) findings.violation('twenty more transactions did not end within 10 s')
}

async function checkPool(pool: pg.Pool, role: string, findings: Findings) {
  const { max } = pool.options
  const slots = `${pool.totalCount} connections, ${pool.idleCount} idle, ${pool.waitingCount} waiting`
  if (pool.totalCount !== pool.idleCount || pool.totalCount > max || pool.waitingCount > 0) {
    findings.violation(`the pool of ${role} leaks: ${slots}`)
  }
  try {
    const clients = await Promise.all(Array.from({ length: max }, () => pool.connect()))
    for (const one of clients) look(await one.query(question), role, findings)
    const open = await clients[0]?.query(
      "select from pg_stat_activity where usename = session_user and state ~ 'in transaction'",
    )
    if (open?.rowCount !== 0) findings.violation(`${open?.rowCount} transactions are still open`)
    for (const one of clients) one.release()
  } catch (error) {
    findings.violation(`not all connections of ${role} can be had: ${reasonsOf(error)}`)
  }
}
