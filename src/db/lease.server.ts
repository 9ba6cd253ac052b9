import { and, eq, lte, sql } from 'drizzle-orm'
import { log } from '#/observability/log.server.ts'
import { asSystem } from './access.server.ts'
import { outsideTransaction } from './open-transaction.server.ts'
import { lease } from './schema/leases.ts'

/** The work behind a lease went on for longer than a caller waits. */
export class LeaseTaken extends Error {
  constructor(key: string) {
    super(`the lease on ${key} was not free in time`)
    this.name = 'LeaseTaken'
  }
}

type Times = { waitMs: number; leaseMs: number; pollMs: number }
/** A waiter outlasts the lease of a process that died. */
const usual: Times = { waitMs: 40_000, leaseMs: 30_000, pollMs: 100 }

/** Throws LeaseTaken when another process took the work over, as after a long pause of this one. */
export type ConfirmLease = () => Promise<void>

/**
 * Runs work that may call other servers, one at a time per key in all processes. It is a row with a
 * time limit, because an advisory lock would hold a connection for as long as the calls take, and
 * excludes nobody in the embedded database's one session. The lease is renewed while the work runs and
 * frees itself after a crash. Throws LeaseTaken after `waitMs`.
 */
export async function withLease<T>(
  name: string,
  work: (confirm: ConfirmLease) => Promise<T>,
  times: Partial<Times> = {},
): Promise<T> {
  outsideTransaction('waiting for a lease')
  const { waitMs, leaseMs, pollMs } = { ...usual, ...times }
  // The name may hold a person's id, which must not outlive the person here.
  const key = new Bun.CryptoHasher('sha256').update(name).digest('base64url')
  const holder = crypto.randomUUID()
  const until = performance.now() + waitMs
  while (!(await take(key, holder, leaseMs))) {
    if (performance.now() > until) throw new LeaseTaken(name)
    await Bun.sleep(pollMs)
  }
  const renewal = setInterval(() => {
    renew(key, holder, leaseMs).catch((error: unknown) => {
      log.warn({ err: error, name }, 'lease.not_renewed')
    })
  }, leaseMs / 3)
  try {
    return await work(async () => {
      if (!(await renew(key, holder, leaseMs))) throw new LeaseTaken(name)
    })
  } finally {
    clearInterval(renewal)
    await release(key, holder).catch((error: unknown) => {
      log.warn({ err: error, name }, 'lease.not_released')
    })
  }
}

/** Two holders cannot both see the row free: the decision is one statement. */
const take = (key: string, holder: string, leaseMs: number): Promise<boolean> =>
  asSystem('lease: take', async (tx) => {
    const taken = await tx
      .insert(lease)
      .values({ key, holder, endsAt: endOf(leaseMs) })
      .onConflictDoUpdate({
        target: lease.key,
        set: { holder, endsAt: endOf(leaseMs) },
        setWhere: lte(lease.endsAt, sql`clock_timestamp()`),
      })
      .returning({ key: lease.key })
    return taken.length > 0
  })

/** False when another holder has taken it since; a released lease is not taken again. */
const renew = (key: string, holder: string, leaseMs: number): Promise<boolean> =>
  asSystem('lease: renew', async (tx) => {
    const renewed = await tx
      .update(lease)
      .set({ endsAt: endOf(leaseMs) })
      .where(and(eq(lease.key, key), eq(lease.holder, holder)))
      .returning({ key: lease.key })
    return renewed.length > 0
  })

const release = (key: string, holder: string) =>
  asSystem('lease: release', (tx) =>
    tx.delete(lease).where(and(eq(lease.key, key), eq(lease.holder, holder))),
  )

const endOf = (leaseMs: number) => sql`clock_timestamp() + make_interval(secs => ${leaseMs / 1000})`
