import { afterAll, expect, test } from 'bun:test'
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyPassword } from 'better-auth/crypto'
import { S3Client } from 'bun'
import { asc, eq } from 'drizzle-orm'
import Stripe from 'stripe'
import { connectPglite } from '#/db/connection.ts'
import { migratePglite } from '#/db/migrate.ts'
import { auditEvent } from '#/platform/audit/tables.ts'
import { subscription } from '#/platform/billing/tables.ts'
import { file } from '#/platform/files/tables.ts'
import { account, user } from '#/db/schema/identity.ts'
import { organization } from '#/db/schema/organizations.ts'
import { createStripePrices } from './create-stripe-prices.ts'
import { databaseTemplate } from './database-template.ts'
import { localCredentials, localEnvironment } from 'local-cloud/environment.ts'
import { startLocalCloud } from 'local-cloud/start-local-cloud.ts'
import { modulesAt } from './modules-at.ts'
import { samplePassword, samplePeople } from './seed/people.ts'
import { freeLocalPorts } from './stack.ts'

/** In a process and a database of its own, so that other tests do not meet the sample data. */
const folder = await mkdtemp(join(tmpdir(), 'loam-seed-'))
const directory = join(folder, 'database')
/** The expectations that the features have of the rows that they bring. */
const expectations = await modulesAt('src/*/*/expect-sample-data.ts')
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
  for (const { email } of samplePeople.filter(({ label }) => label !== undefined)) {
    const [found] = await system
      .select({ hash: account.password, isVerified: user.emailVerified })
      .from(account)
      .innerJoin(user, eq(user.id, account.userId))
      .where(eq(user.email, email))
    expect(found?.isVerified).toBe(true)
    expect(await verifyPassword({ hash: found?.hash ?? '', password: samplePassword })).toBe(true)
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

  // The bytes behind every file are the ones that its row promises.
  const stored = new S3Client({ ...localCredentials.storage, endpoint: variables.S3_ENDPOINT })
  const files = await system.select().from(file)
  for (const { storageKey, sha256 } of files) {
    const bytes = await stored.file(storageKey).bytes()
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256 ?? '')
  }

  // The trail tells when, in the order of what happened, and no link of its chains is broken.
  const trail = await system.select().from(auditEvent).orderBy(asc(auditEvent.sequence))
  const people = await system.select().from(user)
  const created = trail.filter(({ action }) => action === 'account.created')
  expect(created).toHaveLength(people.length)
  for (const { subjectId, occurredAt } of created) {
    expect(occurredAt).toEqual(people.find(({ id }) => id === subjectId)?.createdAt ?? new Date(0))
  }
  for (const [at, event] of trail.entries()) {
    const before = trail.slice(0, at).findLast((one) => one.organizationId === event.organizationId)
    if (before)
      expect(event.occurredAt.getTime()).toBeGreaterThanOrEqual(before.occurredAt.getTime())
  }
  const days = new Set(trail.map(({ occurredAt }) => occurredAt.toDateString()))
  expect(days.size).toBeGreaterThan(3)

  for (const { path, exports } of expectations) {
    const expectRows: unknown = Reflect.get(exports, 'expectSampleData')
    if (typeof expectRows !== 'function') throw new Error(`${path} exports no \`expectSampleData\``)
    await expectRows(connection)
  }
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
