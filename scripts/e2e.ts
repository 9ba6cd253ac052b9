/**
 * `bun run e2e [name ...]`: the journeys, in a real Chromium, against the production build with the
 * local cloud, on a database of their own.
 *
 *   --headed      shows the browser
 *   --no-build    takes the build that is there
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './chromium.ts'
import { freeLocalPorts, run, serverDatabase, stackEnvironment, untilServed } from './stack.ts'

const root = join(import.meta.dirname, '..')
const flags = new Set(Bun.argv.slice(2).filter((argument) => argument.startsWith('--')))
const wanted = Bun.argv.slice(2).filter((argument) => !argument.startsWith('--'))

const chromium = await findChromium()
if (!flags.has('--no-build')) await finishes(['scripts/build.ts'], process.env)

const { port, ports, variables: portVariables } = freeLocalPorts()
const dataDir = await mkdtemp(join(tmpdir(), 'loam-e2e-'))
const { variables, cloudVariables } = await stackEnvironment({
  mode: 'production',
  dataDir,
  port,
  ports,
  env: {
    // Each person of a journey comes from an address of their own, as behind a proxy.
    TRUSTED_PROXIES: '127.0.0.1,::1',
    LOCAL_MODEL_TOKENS_PER_SECOND: '120',
    STATUS_MAIL_DELAY_SECONDS: '1',
    ...serverDatabase(),
    LOG_LEVEL: 'warn',
    ...portVariables,
  },
})
const cloud = run('The local cloud', ['scripts/local-cloud.ts'], cloudVariables)
await finishes(['scripts/prepare-database.ts'], variables)
const app = run('The app', ['src/serve.ts'], variables)

let code = 1
try {
  await untilServed(`http://localhost:${port}/api/health`, app, 30_000)
  // Journeys through the whole product lie in e2e/, those of one feature in its folder.
  const found = [...new Bun.Glob('{e2e,src}/**/*.e2e.ts').scanSync(root)].toSorted()
  const chosen = found.filter(
    (file) => !wanted.length || wanted.some((name) => file.includes(name)),
  )
  const tests = run(
    'The journeys',
    [
      // There, and not by --config, which does not reach the processes of --parallel.
      '--cwd=e2e',
      'test',
      '--timeout=60000',
      '--parallel=2',
      '--timings=timings.json',
      '--no-isolate',
      ...chosen.map((file) => `./../${file}`),
    ],
    {
      ...variables,
      E2E_APP_URL: `http://localhost:${port}`,
      E2E_CONSOLE_URL: `http://localhost:${ports.console}`,
      E2E_CHROMIUM: chromium,
      E2E_HEADED: flags.has('--headed') ? '1' : '',
    },
  )
  code = await tests.exited
} finally {
  await Promise.all([app.stop(), cloud.stop()])
  await rm(dataDir, { recursive: true, force: true })
}
process.exit(code)

async function finishes(command: string[], env: Record<string, string | undefined>) {
  const child = Bun.spawn([process.execPath, ...command], {
    cwd: root,
    env,
    stdout: 'inherit',
    stderr: 'inherit',
  })
  if ((await child.exited) !== 0) throw new Error(`${command.join(' ')} failed.`)
}
