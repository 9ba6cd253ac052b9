/** Kills, cancels and cuts what a run of transactions stands on. */
import pg from 'pg'
import type { startTcpProxy } from '../../tests/tcp-proxy.ts'
import type { Random } from './findings.ts'

export type Disturbance = { stop(): Promise<Record<string, number>> }

type Options = {
  /** May end the sessions of others, and is not itself on the database that is disturbed. */
  administratorUrl: string
  database: string
  proxy: Awaited<ReturnType<typeof startTcpProxy>>
  random: Random
}

/** Until it is stopped; then everything can be reached again, and it says how often it did what. */
export async function disturb(options: Options): Promise<Disturbance> {
  const { administratorUrl, database, proxy, random } = options
  const admin = new pg.Pool({ connectionString: administratorUrl, max: 2 })
  const counts = { kills: 0, cancellations: 0, cuts: 0, pauses: 0, outages: 0 }
  const over = new AbortController()

  async function each(milliseconds: number, what: () => Promise<unknown>) {
    while (!over.signal.aborted) {
      await Bun.sleep(milliseconds / 2 + random.below(milliseconds))
      if (!over.signal.aborted) await what()
    }
  }
  /** To a random one of the app's sessions, or to all. */
  async function send(signal: 'pg_terminate_backend' | 'pg_cancel_backend', limit: number | null) {
    const { rowCount } = await admin.query(
      `select ${signal}(pid) from pg_stat_activity
       where datname = $1 and usename <> session_user order by random() limit $2`,
      [database, limit],
    )
    return rowCount ?? 0
  }

  const work = [
    each(25, async () => (counts.kills += await send('pg_terminate_backend', 1))),
    each(40, async () => (counts.cancellations += await send('pg_cancel_backend', 1))),
    // The network fails: no word from the server.
    each(400, async () => {
      proxy.cut()
      counts.cuts += 1
    }),
    each(700, async () => {
      proxy.stop()
      await Bun.sleep(30)
      proxy.goOn()
      counts.pauses += 1
    }),
    // As when the server restarts: all sessions end, and for a moment there is nobody.
    each(2_000, async () => {
      await admin.query(`alter database ${database} allow_connections false`)
      counts.kills += await send('pg_terminate_backend', null)
      await Bun.sleep(100)
      await admin.query(`alter database ${database} allow_connections true`)
      counts.outages += 1
    }),
  ]
  return {
    async stop() {
      over.abort()
      await Promise.all(work)
      await admin.end()
      return counts
    },
  }
}
