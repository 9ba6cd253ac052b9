/**
 * Proves that no transaction meets a row of another tenant, whatever happens to connections:
 *
 *   bun run proofs:concurrency [transactions] [seconds] [seed]
 *
 * Thousands of transactions of fifty tenants interleave on four connections: in the embedded database,
 * and on a real server (scripts/servers.ts) whose sessions are killed, cancelled and cut meanwhile.
 */
import { startServers } from '../scripts/servers.ts'
import { startTcpProxy } from '../tests/tcp-proxy.ts'
import type { Outcome } from './isolation/interleave.ts'

// First of all the environment, which the modules of the app read when they are loaded.
await import('../tests/environment.ts')
const { closeDatabase } = await import('#/db/database.server.ts')
const { connectPostgres } = await import('#/db/connection.ts')
const { migratePostgres } = await import('#/db/migrate.ts')
const { disturb } = await import('./isolation/disturb.ts')
const { interleave } = await import('./isolation/interleave.ts')

const [transactions = 5_000, seconds = 60, seed = Date.now() % 1_000_000] = Bun.argv
  .slice(2)
  .map(Number)
const settings = { transactions, seconds, seed, tenants: 50, workers: 32 }

const unhandled: string[] = []
process.on('unhandledRejection', (error) => unhandled.push(`unhandled rejection: ${String(error)}`))
process.on('uncaughtException', (error) => unhandled.push(`uncaught exception: ${error.message}`))

async function prove(name: string, run: () => Promise<Outcome>): Promise<boolean> {
  const started = performance.now()
  const { counts, violations } = await run()
  violations.push(...unhandled.splice(0))
  console.log(`\n${name}, seed ${seed}: ${((performance.now() - started) / 1000).toFixed(1)} s`)
  for (const [what, number] of Object.entries(counts)) {
    console.log(`${String(number).padStart(9)}  ${what}`)
  }
  for (const violation of violations) console.log(`  VIOLATED  ${violation}`)
  return violations.length === 0
}

const onPglite = await prove('On the embedded database', () => interleave(settings))
await closeDatabase()

const servers = await startServers()
const database = 'loam'
const { TEST_DATABASE_URL, TEST_DATABASE_SUPERUSER_URL } = servers.variables
await migratePostgres(TEST_DATABASE_URL)
const { hostname, port } = new URL(TEST_DATABASE_URL)
const proxy = await startTcpProxy({ hostname, port: Number(port) })
const through = (login: string) => `postgres://${login}@127.0.0.1:${proxy.port}/${database}`
globalThis.appDatabase = Promise.resolve(
  connectPostgres({
    url: through('loam_user'),
    systemUrl: through('loam_system'),
    poolSize: 4,
    systemPoolSize: 2,
  }),
)
const administratorUrl = TEST_DATABASE_SUPERUSER_URL.replace(/\/loam$/, '/postgres')
const onServer = await prove('On a server whose connections die', () =>
  interleave({
    ...settings,
    disturb: (random) => disturb({ administratorUrl, database, proxy, random }),
  }),
)
await closeDatabase()
proxy.close()
await servers.stop()
process.exit(onPglite && onServer ? 0 : 1)
