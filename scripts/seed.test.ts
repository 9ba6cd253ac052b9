import { afterAll, expect, test } from 'bun:test'
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyPassword } from 'better-auth/crypto'
import { S3Client } from 'bun'
import { asc, count, eq, inArray } from 'drizzle-orm'
import Stripe from 'stripe'
import { z } from 'zod'
import { connectPglite, type Connection } from '#/db/connection.ts'
import { migratePglite } from '#/db/migrate.ts'
import { application, applicationEvent } from '#/product/applications/tables.ts'
import { auditEvent } from '#/platform/audit/tables.ts'
import { subscription } from '#/platform/billing/tables.ts'
import { file } from '#/platform/files/tables.ts'
import { account, user } from '#/db/schema/identity.ts'
import { job } from '#/product/jobs/tables.ts'
import { organization } from '#/db/schema/organizations.ts'
import { createStripePrices } from './create-stripe-prices.ts'
import { databaseTemplate } from './database-template.ts'
import { localCredentials, localEnvironment } from 'local-cloud/environment.ts'
import { startLocalCloud } from 'local-cloud/start-local-cloud.ts'
import { expectAnswersOfModel } from './seed/expect-chats.ts'
import { expectHandedInReviews } from './seed/expect-handed-in-reviews.ts'
import { freeLocalPorts } from './stack.ts'
import { seededAccounts } from './seed.ts'

/** In a process and a database of its own, so that other tests do not meet the sample data. */
const folder = await mkdtemp(join(tmpdir(), 'loam-seed-'))
const directory = join(folder, 'database')
/** Of single features, about the rows that they add to the seed. */
const expectations: ((connection: Connection) => Promise<void>)[] = [
  expectAnswersOfModel,
  expectHandedInReviews,
]
afterAll(() => rm(folder, { recursive: true }))

async function runSeed(variables: Record<string, string> = {}) {
  const child = Bun.spawn([process.execPath, 'scripts/seed.ts'], {
    cwd: join(import.meta.dir, '..'),
    env: { ...process.env, DATABASE_URL: `pglite:${directory}`, ...variables },
    stderr: 'pipe',
  })
  return { code: await child.exited, stderr: await new Response(child.stderr).text() }
}

test.concurrent('it fills an empty database once, and its accounts can sign in', async () => {
  const { ports, variables: portVariables } = freeLocalPorts()
  await (await connectPglite(directory, migratePglite, await databaseTemplate())).close()
  const { variables, parts } = localEnvironment(ports, {})
  const cloud = await startLocalCloud({
    ports,
    dataDir: join(folder, 'local'),
    appUrl: 'http://127.0.0.1:9',
    parts,
  })
  const stripeAt = { host: '127.0.0.1', port: ports.stripe, protocol: 'http' } as const
  await createStripePrices(new Stripe(localCredentials.stripeSecretKey, stripeAt))
  const local = { ...portVariables, ...variables }
  expect(await runSeed(local)).toEqual({ code: 0, stderr: '' })
  expect(await runSeed(local)).toEqual({ code: 0, stderr: '' })

  const connection = await connectPglite(directory, migratePglite)
  const { system, close } = connection
  const jobs = await system.select({ status: job.status, country: job.country }).from(job)
  expect(jobs.filter(({ status }) => status === 'published')).toHaveLength(39)
  expect(jobs).toHaveLength(43)
  expect(new Set(jobs.map(({ country }) => country)).size).toBeGreaterThan(4)

  for (const { email, password } of seededAccounts) {
    const [found] = await system
      .select({ hash: account.password, isVerified: user.emailVerified })
      .from(account)
      .innerJoin(user, eq(user.id, account.userId))
      .where(eq(user.email, email))
    expect(found?.isVerified).toBe(true)
    expect(await verifyPassword({ hash: found?.hash ?? '', password })).toBe(true)
  }

  // Each has the plan that its jobs need, at Stripe and here, and is charged once.
  const paid = await system
    .select({ slug: organization.slug, plan: subscription.plan, status: subscription.status })
    .from(organization)
    .innerJoin(subscription, eq(subscription.referenceId, organization.id))
    .orderBy(organization.slug)
  expect(paid).toEqual([
    { slug: 'alvor-saude', plan: 'team', status: 'trialing' },
    { slug: 'halden-waerme', plan: 'team', status: 'active' },
    { slug: 'pennine-freight', plan: 'team', status: 'active' },
  ])
  const invoices = cloud.stripe?.invoices().map(({ status, amount }) => `${status} ${amount}`)
  expect(invoices?.toSorted()).toEqual([
    'paid €0.00',
    'paid €0.00',
    'paid €0.00',
    'paid €49.00',
    'paid €490.00',
  ])

  // The bytes behind every file that was handed in are the ones that its row promises.
  const stored = new S3Client({ ...localCredentials.storage, endpoint: variables.S3_ENDPOINT })
  const files = await system.select().from(file)
  expect(files.length).toBeGreaterThan(10)
  for (const { storageKey, sha256 } of files) {
    const bytes = await stored.file(storageKey).bytes()
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256 ?? '')
  }

  // The trail knows who moved what, and every step that an application shows.
  const [told] = await system.select({ number: count() }).from(applicationEvent)
  const [applied] = await system.select({ number: count() }).from(application)
  const moved = await system
    .select({ actor: user.email })
    .from(auditEvent)
    .innerJoin(user, eq(user.id, auditEvent.actorId))
    .where(inArray(auditEvent.action, ['application.moved', 'application.withdrawn']))
  expect(moved).toHaveLength((told?.number ?? 0) - (applied?.number ?? 0))
  expect(new Set(moved.map(({ actor }) => actor))).toContain('recruiter@loam.example')
  expect(new Set(moved.map(({ actor }) => actor))).toContain('leyla.demir@mail.example')

  // It tells when, in the order of what happened, and no link of its chains is broken.
  const trail = await system.select().from(auditEvent).orderBy(asc(auditEvent.sequence))
  const steps = await system.select().from(applicationEvent)
  const people = await system.select().from(user)
  const momentOf = ({ action, subjectId, after }: (typeof trail)[number]) => {
    if (action === 'account.created') return people.find(({ id }) => id === subjectId)?.createdAt
    if (!action.startsWith('application.')) return undefined
    const { status } = z.object({ status: z.string() }).parse(after)
    return steps.find((one) => one.applicationId === subjectId && one.toStatus === status)
      ?.createdAt
  }
  const dated = trail.flatMap((event) => {
    const moment = momentOf(event)
    return moment ? [[event.occurredAt, moment]] : []
  })
  expect(dated.length).toBeGreaterThan(20)
  for (const [occurredAt, moment] of dated) expect(occurredAt).toEqual(moment)
  for (const [at, event] of trail.entries()) {
    const before = trail.slice(0, at).findLast((one) => one.organizationId === event.organizationId)
    if (before)
      expect(event.occurredAt.getTime()).toBeGreaterThanOrEqual(before.occurredAt.getTime())
  }
  expect(new Set(trail.map(({ occurredAt }) => occurredAt.toDateString())).size).toBeGreaterThan(20)

  for (const expectRows of expectations) await expectRows(connection)
  await Promise.all([close(), cloud.stop()])
  const checked = Bun.spawnSync([process.execPath, 'scripts/check-audit.ts'], {
    cwd: join(import.meta.dir, '..'),
    env: { ...process.env, DATABASE_URL: `pglite:${directory}` },
  })
  expect(checked.stdout.toString()).toContain(' 0 broken.')
}, 60_000)

test.concurrent('it refuses a server that others can reach: everybody knows the password', async () => {
  const { code, stderr } = await runSeed({ APP_URL: 'https://jobs.example.com' })
  expect(code).not.toBe(0)
  expect(stderr).toContain('APP_URL is jobs.example.com')
}, 30_000)
