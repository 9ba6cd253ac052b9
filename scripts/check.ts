/**
 * `bun run check`: everything that can be said of the code without running it. All checks run, so
 * that one look shows all that is wrong.
 */
import { join } from 'node:path'

const checks: Record<string, string[]> = {
  types: ['node_modules/.bin/tsc', '--noEmit', '-p', '.'],
  lint: ['node_modules/.bin/oxlint', '--type-aware', '--quiet'],
  format: ['node_modules/.bin/oxfmt', '--check'],
  arrows: [
    '--bun',
    'node_modules/.bin/depcruise',
    'src',
    'local-cloud',
    '--config',
    '.dependency-cruiser.cjs',
  ],
  'unused code': ['--bun', 'node_modules/.bin/knip', '--no-progress'],
  'texts and scripts': ['test', 'tests/repository.test.ts'],
}

const root = join(import.meta.dirname, '..')
async function runs(command: string[]) {
  const started = performance.now()
  // What is not JavaScript (tsc, oxlint, oxfmt) is started by Bun as well.
  const child = Bun.spawn([process.execPath, ...command], {
    cwd: root,
    stdout: 'pipe',
    stderr: 'pipe',
  })
  const [output, errors, code] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ])
  return { code, output: `${output}${errors}`, seconds: (performance.now() - started) / 1000 }
}

if ((await runs(['scripts/generate.ts'])).code !== 0) throw new Error('Generating code failed.')

let failed = 0
for (const [name, command] of Object.entries(checks)) {
  const { code, output, seconds } = await runs(command)
  if (code !== 0) failed += 1
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`)
  if (code !== 0) console.log(output.trim())
}
process.exit(failed === 0 ? 0 : 1)
