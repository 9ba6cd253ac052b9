/**
 * `bun run test` (or `npm test`): every test. The rules and procedures on the embedded database, then
 * the journeys in a real Chromium.
 *
 *   --servers     brings up a real Postgres and Redis (scripts/servers.ts) and runs the rules and
 *                 procedures on them as well; CI does
 */
import { join } from 'node:path'
import { startServersOrExit } from './servers.ts'

const root = join(import.meta.dirname, '..')
let passed = 0
let failed = 0

async function suite(name: string, command: string[], variables: Record<string, string> = {}) {
  console.log(`\n${name}`)
  const started = performance.now()
  const child = Bun.spawn([process.execPath, ...command], {
    cwd: root,
    env: { ...process.env, ...variables },
    stdout: 'pipe',
    stderr: 'pipe',
  })
  const [output, errors] = await Promise.all([shown(child.stdout), shown(child.stderr)])
  const code = await child.exited
  const count = (word: string) =>
    [...`${output}\n${errors}`.matchAll(new RegExp(`^\\s*(\\d+) ${word}$`, 'gm'))].reduce(
      (sum, [, number]) => sum + Number(number),
      0,
    )
  passed += count('pass')
  failed += count('fail')
  if (code !== 0 && count('fail') === 0) failed += 1
  console.log(`${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

/** Shows the output while it comes, and keeps it. */
async function shown(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder()
  let whole = ''
  for await (const chunk of stream) {
    process.stdout.write(chunk)
    whole += decoder.decode(chunk, { stream: true })
  }
  return whole
}

// On a busy machine a test takes its time; one that hangs is still ended.
const rules = [
  'test',
  '--parallel=3',
  '--no-isolate',
  '--timeout=20000',
  '--timings=tests/timings.json',
]
// First, so that a machine that cannot says so at once.
const servers = Bun.argv.includes('--servers') ? await startServersOrExit() : undefined
await suite('Rules and procedures, on the embedded database', rules)
if (servers) {
  await suite('Rules and procedures, on Postgres and Redis', rules, servers.variables)
  await servers.stop()
}
await suite('Journeys', ['scripts/e2e.ts'])
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)
