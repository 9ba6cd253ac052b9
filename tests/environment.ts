/**
 * Preloaded by `bun test`: the environment of a test run. The database is real: a fresh embedded one,
 * or a new one on the server of TEST_DATABASE_URL, whose login may create databases;
 * TEST_DATABASE_USER_URL and TEST_DATABASE_SYSTEM_URL are the logins of the app (scripts/servers.ts
 * sets all three). Nothing is mocked; a test that needs a storage, mail, payment
 * or model server starts the local one on a free port (tests/local-services.ts).
 */
import { databaseTemplate } from '../scripts/database-template.ts'
import { connectPglite } from '#/db/connection.ts'
import { migratePglite } from '#/db/migrate.ts'

const server = process.env.TEST_DATABASE_URL

/** Free ports, known before the environment is read; tests/local-services.ts listens on them. */
const [storagePort, mailPort, stripePort, modelPort] = Array.from({ length: 4 }, () => {
  const probe = Bun.listen({ hostname: '127.0.0.1', port: 0, socket: { data() {} } })
  probe.stop(true)
  return probe.port
})

Object.assign(process.env, {
  NODE_ENV: 'test',
  LOG_LEVEL: 'silent',
  APP_URL: 'http://localhost:3000',
  AUTH_SECRET: 'only-for-tests-0123456789abcdefghij',
  DATABASE_URL: server ?? 'pglite:memory://',
  MAIL_FROM: 'Tests <tests@app.example>',
  S3_BUCKET: 'loam',
  S3_REGION: 'us-east-1',
  S3_ACCESS_KEY_ID: 'local-access-key',
  S3_SECRET_ACCESS_KEY: 'local-secret-key',
  STRIPE_SECRET_KEY: 'sk_test_local',
  STRIPE_WEBHOOK_SECRET: 'whsec_local',
  OPENAI_API_KEY: 'local',
  OPENAI_MODEL: 'local-rules',
  S3_ENDPOINT: `http://127.0.0.1:${storagePort}`,
  SMTP_HOST: '127.0.0.1',
  SMTP_PORT: String(mailPort),
  STRIPE_API_BASE: `http://127.0.0.1:${stripePort}`,
  OPENAI_BASE_URL: `http://127.0.0.1:${modelPort}/v1`,
})

async function openDatabase() {
  if (!server) return connectPglite('memory://', migratePglite, await databaseTemplate())
  const { openServerDatabase } = await import('./server-database.ts')
  return openServerDatabase(server)
}
globalThis.appDatabase ??= openDatabase()
await globalThis.appDatabase
