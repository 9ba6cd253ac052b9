import { afterAll, expect, test } from 'bun:test'
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyPassword } from 'better-auth/crypto'
import { S3Client } from 'bun'
import { asc, count, eq, inArray } from 'drizzle-orm'
import Stripe from 'stripe'
import { connectPglite, type Connection, type RequestSettings } from '#/db/connection.ts'
import { migratePglite } from '#/db/migrate.ts'
import { application, applicationEvent } from '#/db/schema/applications.ts'
import { auditEvent } from '#/db/schema/audit-events.ts'
import { subscription } from '#/db/schema/billing.ts'
import { chat, chatMessage } from '#/db/schema/chats.ts'
import { file } from '#/db/schema/files.ts'
import { account, user } from '#/db/schema/identity.ts'
import { job } from '#/db/schema/jobs.ts'
import { organization } from '#/db/schema/organizations.ts'
import { jobPrompt, readPublicJob } from '#/features/chat/job-prompt.server.ts'
import { createStripePrices } from './create-stripe-prices.ts'
import { databaseTemplate } from './database-template.ts'
import { localCredentials, localEnvironment } from './local/environment.ts'
import { answer } from './local/model/answer.ts'
import { startLocalCloud } from './local/start-local-cloud.ts'
import { freeLocalPorts } from './stack.ts'
import { seededAccounts } from './seed.ts'

/** In a process and a database of its own, so that other tests do not meet the sample data. */
const folder = await mkdtemp(join(tmpdir(), 'loam-seed-'))
const directory = join(folder, 'database')
const asNobody: RequestSettings = {
  role: 'app_user',
  'request.user_id': '',
  'request.visitor_id': '',
  'request.org_id': '',
  'request.reason': '',
}
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

  await expectAnswerOfModel(connection)
  await Promise.all([close(), cloud.stop()])
}, 30_000)

/** The stored answer is what the local model says to the prompt that the app writes for it. */
async function expectAnswerOfModel(connection: Connection) {
  const [asked] = await connection.system.select().from(chat)
  if (!asked) throw new Error('Nobody has asked.')
  const [question, stored] = await connection.system
    .select()
    .from(chatMessage)
    .orderBy(asc(chatMessage.id))
  const publicJob = await connection.transaction(asNobody, (tx) => readPublicJob(tx, asked.jobId))
  const { instructions } = jobPrompt(asked.id, publicJob ?? '', [], false)
  const turns = [{ role: 'user' as const, text: question?.content ?? '' }]
  const { text } = answer({ instructions, turns, schema: null }, new Date())
  expect(stored?.content).toBe(text)
}

test.concurrent('it refuses a server that others can reach: everybody knows the password', async () => {
  const { code, stderr } = await runSeed({ APP_URL: 'https://jobs.example.com' })
  expect(code).not.toBe(0)
  expect(stderr).toContain('APP_URL is jobs.example.com')
}, 30_000)
