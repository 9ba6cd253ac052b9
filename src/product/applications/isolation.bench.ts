/**
 * What row-level security costs, on a real server with a million rows of a thousand tenants: the same
 * queries through asUser, and in a plain transaction of a role that bypasses the policies. Prints rows for
 * `bun run bench` as JSON.
 */
import { and, count, desc, eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { z } from 'zod'
import { startServers } from '../../../scripts/servers.ts'
import { applications, fillDatabase, ids, tenants } from './bench/isolation-data.ts'
import { median, type Row, row } from '../../../bench/measure.ts'

// First of all the environment, which the modules of the app read when they are loaded.
await import('../../../tests/environment.ts')
const { asUser } = await import('#/db/access.server.ts')
const { connectPostgres } = await import('#/db/connection.ts')
const { closeDatabase } = await import('#/db/database.server.ts')
const { migratePostgres } = await import('#/db/migrate.ts')
const { application } = await import('./tables.ts')
const { job } = await import('#/product/jobs/tables.ts')

const poolSize = 10
const clients = 16
const rounds = 5
const perRound = 400
const secondsEach = 1

type Db = PgDatabase<PgQueryResultHKT>
/** What a request asks of one tenant; the filter is written out, as everywhere in the app. */
const shapes: Record<string, (db: Db, tenant: number) => Promise<unknown>> = {
  'the 25 newest of a status': (db, tenant) =>
    db
      .select({
        id: application.id,
        status: application.status,
        name: application.candidateName,
        email: application.candidateEmail,
        createdAt: application.createdAt,
      })
      .from(application)
      .where(
        and(
          eq(application.organizationId, ids.tenant(tenant)),
          eq(application.jobId, ids.job(tenant, random(100))),
          eq(application.status, 'new'),
        ),
      )
      .orderBy(desc(application.createdAt))
      .limit(25),
  'one by its id': (db, tenant) =>
    db
      .select()
      .from(application)
      .where(
        and(
          eq(application.organizationId, ids.tenant(tenant)),
          eq(application.id, ids.application(tenant * 1_000 + random(1_000))),
        ),
      ),
  'a count by status': (db, tenant) =>
    db
      .select({ status: application.status, number: count() })
      .from(application)
      .where(eq(application.organizationId, ids.tenant(tenant)))
      .groupBy(application.status),
  'a new draft': (db, tenant) => {
    const id = Bun.randomUUIDv7()
    return db.insert(job).values({
      id,
      organizationId: ids.tenant(tenant),
      slug: id,
      title: 'Backend engineer',
      summary: 'Build the payment systems of a growing bakery chain.',
      description: 'You design APIs.',
      location: 'Berlin',
      country: 'DE',
      workplace: 'hybrid',
      employmentType: 'full_time',
    })
  },
}

const random = (below: number) => Math.floor(Math.random() * below)
const percentile = (sorted: number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN

async function isolation(): Promise<Row[]> {
  // The servers of `bun scripts/servers.ts`, for several runs on the same rows.
  const given = process.env.TEST_DATABASE_SUPERUSER_URL
  const servers = given ? null : await startServers()
  const variables = servers?.variables ?? process.env
  const address = (name: keyof NonNullable<typeof servers>['variables']) => variables[name] ?? ''
  const superuserUrl = address('TEST_DATABASE_SUPERUSER_URL')
  await closeDatabase()
  await migratePostgres(address('TEST_DATABASE_URL'))
  await fillDatabase(superuserUrl)
  globalThis.appDatabase = Promise.resolve(
    connectPostgres({
      url: address('TEST_DATABASE_USER_URL'),
      systemUrl: address('TEST_DATABASE_SYSTEM_URL'),
      poolSize,
      systemPoolSize: 2,
    }),
  )
  const bypassUrl = new URL(superuserUrl)
  bypassUrl.username = 'loam_bypass'
  const pool = new pg.Pool({ connectionString: bypassUrl.href, max: poolSize })
  try {
    console.log(`${applications} applications to ${tenants} tenants`)
    await showPlans()
    return [...(await latencies(pool)), ...(await throughput(pool))]
  } finally {
    await pool.end()
    await closeDatabase()
    await servers?.stop()
  }
}

/** The membership is looked up once a statement (InitPlan), and the tenant's index is used. */
async function showPlans() {
  const tenant = ids.tenant(7)
  for (const statement of [
    sql`select id, status, created_at from application where organization_id = ${tenant}
      and job_id = ${ids.job(7, 3)} and status = 'new' order by created_at desc limit 25`,
    sql`select status, count(*) from application where organization_id = ${tenant} group by status`,
  ]) {
    const { rows } = plan.parse(
      await asUser({ userId: ids.owner(7), organizationId: tenant }, (tx) =>
        tx.execute(sql`explain (analyze, costs off, summary off) ${statement}`),
      ),
    )
    console.log(rows.map((line) => line['QUERY PLAN']).join('\n'))
  }
}
const plan = z.object({ rows: z.array(z.object({ 'QUERY PLAN': z.string() })) })

type Ask = (tenant: number, shape: (db: Db, tenant: number) => Promise<unknown>) => Promise<unknown>

const throughPolicies: Ask = (tenant, shape) =>
  asUser({ userId: ids.owner(tenant), organizationId: ids.tenant(tenant) }, (tx) =>
    shape(tx, tenant),
  )

/** Nothing but begin and commit around it. */
const plainly =
  (pool: pg.Pool): Ask =>
  async (tenant, shape) => {
    const client = await pool.connect()
    try {
      await client.query('begin')
      const result = await shape(drizzle(client, { casing: 'snake_case' }), tenant)
      await client.query('commit')
      return result
    } finally {
      client.release()
    }
  }

/** One request after the other, the two kinds in turn, so that both meet the same machine. */
async function latencies(pool: pg.Pool): Promise<Row[]> {
  const kinds = { policies: throughPolicies, plain: plainly(pool) }
  const rows: Row[] = []
  for (const [name, shape] of Object.entries(shapes)) {
    const halves: number[] = []
    const tails: number[] = []
    for (let round = 0; round <= rounds; round++) {
      const times = { policies: [] as number[], plain: [] as number[] }
      for (let at = 0; at < perRound; at++) {
        for (const kind of at % 2
          ? (['policies', 'plain'] as const)
          : (['plain', 'policies'] as const)) {
          const tenant = random(tenants)
          const startedAt = performance.now()
          await kinds[kind](tenant, shape)
          times[kind].push(performance.now() - startedAt)
        }
      }
      // The first round warms both up.
      if (round === 0) continue
      const [policies, without] = [times.policies, times.plain].map((all) =>
        all.toSorted((a, b) => a - b),
      )
      const ratio = (part: number) =>
        percentile(policies ?? [], part) / percentile(without ?? [], part)
      halves.push(ratio(0.5))
      tails.push(ratio(0.99))
      if (round === rounds) {
        console.log(
          `${name}: p50 ${percentile(policies ?? [], 0.5).toFixed(2)} ms, plain ${percentile(without ?? [], 0.5).toFixed(2)} ms; p99 ${percentile(policies ?? [], 0.99).toFixed(2)} ms, plain ${percentile(without ?? [], 0.99).toFixed(2)} ms`,
        )
      }
    }
    rows.push(
      row(`isolation, ${name}: p50 to a plain transaction`, median(halves), 1.35, 'x'),
      row(`isolation, ${name}: p99 to a plain transaction`, median(tails), 1.25, 'x'),
    )
  }
  return rows
}

/** Sixteen clients at once, against the same statement alone on a pool of the same size. */
async function throughput(pool: pg.Pool): Promise<Row[]> {
  const plain = drizzle(pool, { casing: 'snake_case' })
  const alone: Ask = (tenant, shape) => shape(plain, tenant)
  const rows: Row[] = []
  for (const name of ['the 25 newest of a status', 'one by its id', 'a count by status']) {
    const shape = shapes[name]
    if (!shape) continue
    const ratios: number[] = []
    for (let round = 0; round <= rounds; round++) {
      const policies = await perSecond(throughPolicies, shape)
      const without = await perSecond(alone, shape)
      if (round > 0) ratios.push(policies / without)
      if (round === rounds) {
        console.log(`${name}: ${policies.toFixed(0)} a second, alone ${without.toFixed(0)}`)
      }
    }
    rows.push(
      row(`isolation, ${name}: throughput to a statement alone`, median(ratios), 0.6, 'x', true),
    )
  }
  return rows
}

async function perSecond(ask: Ask, shape: (db: Db, tenant: number) => Promise<unknown>) {
  const startedAt = performance.now()
  const until = startedAt + secondsEach * 1_000
  let answered = 0
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < until) {
        await ask(random(tenants), shape)
        answered += 1
      }
    }),
  )
  return answered / ((performance.now() - startedAt) / 1_000)
}

console.log(JSON.stringify(await isolation()))
process.exit(0)
