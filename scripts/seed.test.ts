import { afterAll, expect, test } from 'bun:test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyPassword } from 'better-auth/crypto'
import { eq } from 'drizzle-orm'
import { connectPglite } from '#/db/connection.ts'
import { migratePglite } from '#/db/migrate.ts'
import { account, user } from '#/db/schema/identity.ts'
import { job } from '#/db/schema/jobs.ts'
import { databaseTemplate } from './database-template.ts'
import { seededAccounts } from './seed.ts'

/** In a process and a database of its own, so that other tests do not meet the sample data. */
const folder = await mkdtemp(join(tmpdir(), 'loam-seed-'))
const directory = join(folder, 'database')
afterAll(() => rm(folder, { recursive: true }))

async function runSeed(variables: Record<string, string> = {}) {
  const child = Bun.spawn([process.execPath, 'scripts/seed.ts'], {
    cwd: join(import.meta.dir, '..'),
    env: { ...process.env, DATABASE_URL: `pglite:${directory}`, ...variables },
    stderr: 'pipe',
  })
  return { code: await child.exited, stderr: await new Response(child.stderr).text() }
}

const open = async () => connectPglite(directory, migratePglite)

test('it fills an empty database once, and its accounts can sign in', async () => {
  await (await connectPglite(directory, migratePglite, await databaseTemplate())).close()
  expect(await runSeed()).toEqual({ code: 0, stderr: '' })
  expect(await runSeed()).toEqual({ code: 0, stderr: '' })

  const { system, close } = await open()
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
  await close()
}, 30_000)

test('it refuses a server that others can reach: everybody knows the password', async () => {
  const { code, stderr } = await runSeed({ APP_URL: 'https://jobs.example.com' })
  expect(code).not.toBe(0)
  expect(stderr).toContain('APP_URL is jobs.example.com')
}, 30_000)
