/**
 * Proves what docs/chat.md promises, on app servers of the production build that are killed, stopped
 * and restarted, with a real Postgres and a real Redis behind a wire that can be cut:
 *
 *   bun run proofs:chat                      all of them
 *   bun run proofs:chat crash [times] [replies each time]
 *   bun run proofs:chat restart [replies] [disconnects]
 *   bun run proofs:chat redis
 *   bun run proofs:chat nginx                wants nginx on the path
 *
 * `--sources` takes the API from its sources instead of the build in dist/.
 */
import { startServers } from '../../../../scripts/servers.ts'

const flags = new Set(Bun.argv.slice(2).filter((argument) => argument.startsWith('--')))
const [wanted, ...numbers] = Bun.argv.slice(2).filter((argument) => !argument.startsWith('--'))

const backing = await startServers()
Object.assign(process.env, backing.variables)
// The environment comes first: the modules of the app read it when they are loaded.
await import('../../../../tests/environment.ts')
const { startAppServers } = await import('./servers.ts')
const { proveBehindNginx } = await import('./behind-nginx.ts')
const { proveCrash } = await import('./crash.ts')
const { proveRedisFailures } = await import('./redis-failures.ts')
const { proveRollingRestart } = await import('./rolling-restart.ts')

type Prove = (given: number[]) => Promise<Record<string, number>>
const kind = flags.has('--sources') ? 'sources' : 'build'
const withServers = async <T>(
  work: (servers: Awaited<ReturnType<typeof startAppServers>>) => Promise<T>,
) => {
  const servers = await startAppServers(kind, 2)
  try {
    return await work(servers)
  } finally {
    await servers.stop()
  }
}

const proofs: Record<string, Prove> = {
  crash: ([times = 20, repliesEach = 10]) =>
    withServers((servers) => proveCrash(servers, { times, repliesEach })),
  restart: ([replies = 200, disconnects = 1_000]) =>
    withServers((servers) => proveRollingRestart(servers, { replies, disconnects })),
  redis: () => withServers(proveRedisFailures),
  nginx: () => withServers(proveBehindNginx),
}

let failed = 0
for (const [name, prove] of Object.entries(proofs)) {
  if (wanted && wanted !== name) continue
  const started = performance.now()
  const result = await prove(numbers.map(Number)).catch((error: unknown) => error)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const holds = !(result instanceof Error)
  if (!holds) failed += 1
  console.log(`${holds ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
  if (!holds) console.log(result)
  else
    for (const [what, number] of Object.entries(Object(result)))
      console.log(`${String(number).padStart(9)}  ${what}`)
}
await backing.stop()
process.exit(failed === 0 ? 0 : 1)
