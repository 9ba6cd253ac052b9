import { expect, test } from 'bun:test'
import { join } from 'node:path'

/** Everything around an account, on a database that lost the engine's tables. */
const script = `
  await import('./tests/environment.ts')
  process.env.LOG_LEVEL = 'info'
  const { sql } = await import('drizzle-orm')
  const { api } = await import('#/api/api.ts')
  const { database, closeDatabase } = await import('#/db/database.server.ts')
  const { client } = await database()
  const owner = (statement) => client.kind === 'pglite'
    ? client.pglite.exec('reset role; ' + statement + '; set role app_system')
    : Promise.reject(new Error('not embedded'))
  await owner('alter table "verification" rename to "lost"; alter table "user" rename column "locale" to "lost"')
  const ask = (path, body) => api.handle(new Request(process.env.APP_URL + '/api/auth/' + path, {
    method: body ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json', origin: process.env.APP_URL },
    body: body && JSON.stringify(body),
  }))
  const email = 'ada.secret@people.example'
  const password = 'a quiet walk in the beech wood'
  const statuses = []
  for (const answer of [
    ask('sign-up/email', { name: 'Ada Secretname', email, password, locale: 'en' }),
    ask('sign-in/email', { email, password }),
    ask('request-password-reset', { email }),
    ask('reset-password', { token: 'Jd83hfKs92mNbv73hdKq81ls', newPassword: password }),
    ask('reset-password/Jd83hfKs92mNbv73hdKq81ls?callbackURL=/reset-password'),
    ask('verify-email?token=x&callbackURL=//evil.example/ada.secret'),
  ]) statuses.push((await answer).status)
  const { writeConsoleToLog } = await import('#/observability/console.server.ts')
  writeConsoleToLog()
  console.error('# SERVER_ERROR: ', new Error('Failed query: select\\nparams: ' + email), { email })
  console.log(statuses.join())
  process.exit(0)
`

test('while the database fails, the log stays JSON and tells no token, address or name', async () => {
  const child = Bun.spawn([process.execPath, '-e', script], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, TEST_DATABASE_URL: undefined },
    stdout: 'pipe',
    stderr: 'pipe',
  })
  const [out, failed] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
  ])
  expect(failed).toBe('')
  const lines = out.trim().split('\n')
  const events: { msg?: string; printed?: string }[] = lines.map((line) => JSON.parse(line))
  expect(events.map(({ msg }) => msg)).toContain('failed')
  expect(events.at(-1)?.printed).toMatch(/^(\d{3},){5}\d{3}$/)
  expect(events.at(-1)?.printed).toContain('500')
  for (const value of ['ada.secret', 'Secretname', 'Jd83hf', 'beech wood']) {
    expect(out).not.toContain(value)
  }
}, 60_000)
