/** `bun dev`: the app, its embedded database and the local cloud, and a summary of what is where. */
import { join, resolve } from 'node:path'
import { readEnvironment } from '#/env.ts'
import { isPrepared } from './begin-preparation.ts'
import { run, stackEnvironment, untilServed } from './stack.ts'
import { summary } from './summary.ts'

const startedAt = performance.now()
const port = Number(process.env.PORT || 3000)
const dataDir = resolve(process.env.LOCAL_DATA_DIR || join(import.meta.dir, '../.data'))

await refuseTakenPort(port)
const { variables, cloudVariables, local, ports } = await stackEnvironment({
  mode: 'development',
  dataDir,
  port,
})
  .then((stack) => {
    readEnvironment(stack.variables)
    return stack
  })
  .catch(refuse)

// A database that is there already is opened, and migrated, by the app itself.
const embedded = variables.DATABASE_URL?.match(/^pglite:(.+)/)?.[1]
const preparation =
  embedded && isPrepared(embedded)
    ? undefined
    : run('The database', ['scripts/prepare-database.ts'], variables)
const app = run(
  'The app',
  [
    '--bun',
    '--preload=./scripts/end-with-parent.ts',
    'node_modules/.bin/vite',
    'dev',
    '--logLevel',
    'warn',
  ],
  // The router reads src/routes.ts again when it changes, unless its loader has kept the old one.
  { ...variables, JITI_MODULE_CACHE: 'false' },
)
const cloud = run('The local cloud', ['scripts/local-cloud.ts'], cloudVariables)

let stopping = false
async function stop(code: number) {
  if (stopping) return
  stopping = true
  await Promise.all([preparation?.stop(), app.stop(), cloud.stop()])
  process.exit(code)
}
process.on('SIGINT', () => void stop(0))
process.on('SIGTERM', () => void stop(0))
for (const part of [app, cloud]) {
  void part.exited.then((code) => {
    if (!stopping) console.error(`${part.name} ended with code ${code}.`)
    return stop(1)
  })
}

try {
  if (preparation && (await preparation.exited) !== 0)
    throw new Error('The database could not be prepared.')
  await untilServed(`http://localhost:${port}/`, app, 60_000)
  console.log(
    summary({ port, ports, local, variables, milliseconds: performance.now() - startedAt }),
  )
} catch (error) {
  if (!stopping) console.error(error instanceof Error ? error.message : error)
  await stop(1)
}

function refuse(error: unknown): never {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

async function refuseTakenPort(wanted: number) {
  try {
    Bun.listen({ hostname: '127.0.0.1', port: wanted, socket: { data() {} } }).stop(true)
  } catch {
    refuse(
      `Port ${wanted} is taken. Stop what uses it, or choose another: PORT=${wanted + 1} npm run dev`,
    )
  }
}
