/**
 * `bun run drill:removal [feature ...]`: removes each of these in a copy of the repository, with all that
 * stands on it, and asks of what is left that the check and every test of rules and procedures pass, and
 * that the app starts. `all` takes each feature of the product in turn, and the whole product. Without a
 * name it takes the whole product and one feature, another one with each commit.
 */
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { $ } from 'bun'
import { arrowsOf } from './remove/arrow-table.ts'
import { readText, trackedFiles } from './remove/repository.ts'
import { freeLocalPorts } from './stack.ts'

const root = join(import.meta.dirname, '..')
const bun = process.execPath
async function copyRepository(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'removal-'))
  for (const file of await trackedFiles()) await cp(join(root, file), join(copy, file))
  const commit = ['-c', 'user.name=drill', '-c', 'user.email=drill@localhost', 'commit', '-qm', 'x']
  await $`git init -q && echo node_modules >> .git/info/exclude && git add -A && git ${commit}`.cwd(
    copy,
  )
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

async function starts(copy: string): Promise<void> {
  const { port, variables } = freeLocalPorts()
  const app = Bun.spawn([bun, 'scripts/dev.ts'], {
    cwd: copy,
    env: { ...process.env, ...variables, PORT: String(port), LOCAL_DATA_DIR: join(copy, '.data') },
    stdin: 'pipe',
    stdout: 'ignore',
    stderr: 'inherit',
  })
  try {
    const address = `http://localhost:${port}`
    const until = performance.now() + 60_000
    while (!(await fetch(`${address}/api/health`).catch(() => null))?.ok) {
      if (app.exitCode !== null || performance.now() > until) throw new Error('It did not start.')
      await Bun.sleep(100)
    }
    for (const path of ['/', '/sign-in', '/pricing', '/api/openapi.json']) {
      const { status } = await fetch(`${address}${path}`)
      if (status !== 200) throw new Error(`${path} answered ${status}.`)
    }
  } finally {
    app.kill('SIGTERM')
    await app.exited
  }
}

async function drill(feature: string): Promise<void> {
  const copy = await copyRepository()
  try {
    await $`${bun} scripts/remove.ts ${feature} --with-dependants`.cwd(copy)
    await $`${bun} test --parallel=2 --no-isolate --timeout=20000 --only-failures`.cwd(copy)
    await starts(copy)
  } finally {
    await rm(copy, { recursive: true })
  }
}

const names = [...arrowsOf(await readText('.dependency-cruiser.cjs'), 'product').keys()]

async function sample(): Promise<string[]> {
  const commit = (await $`git rev-parse HEAD`.cwd(root).text()).slice(0, 8)
  return ['product', names[Number.parseInt(commit, 16) % names.length] ?? 'product']
}

const given = Bun.argv.slice(2)
const chosen = given.includes('all') ? ['product', ...names] : given
const failed: string[] = []
for (const feature of chosen.length > 0 ? chosen : await sample()) {
  console.log(`\nWithout ${feature}\n`)
  const started = performance.now()
  await drill(feature).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    failed.push(feature)
  })
  console.log(`${((performance.now() - started) / 1000).toFixed(0)} s`)
}
console.log(failed.length > 0 ? `\nFAILED without ${failed.join(', ')}` : '\nok')
process.exit(failed.length > 0 ? 1 : 0)
