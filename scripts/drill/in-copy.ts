/** A copy of the repository in which a drill may do anything, and the start of the app in it. */
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { $ } from 'bun'
import { trackedFiles } from '../remove/repository.ts'
import { freeLocalPorts } from '../stack.ts'

const root = join(import.meta.dirname, '../..')
const bun = process.execPath

/** Runs the work in a copy with the same packages and one commit; deletes the copy at the end. */
export async function inCopy(work: (copy: string) => Promise<void>): Promise<void> {
  const copy = await mkdtemp(join(tmpdir(), 'drill-'))
  try {
    for (const file of await trackedFiles()) await cp(join(root, file), join(copy, file))
    await $`git init -q && echo node_modules >> .git/info/exclude`.cwd(copy)
    await commitAll(copy)
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))
    await work(copy)
  } finally {
    await rm(copy, { recursive: true })
  }
}

export async function commitAll(copy: string): Promise<void> {
  const commit = ['-c', 'user.name=drill', '-c', 'user.email=drill@localhost', 'commit', '-qm', 'x']
  await $`git add -A && git ${commit}`.cwd(copy)
}

/** `bun dev` comes up, and its first pages answer. */
export async function starts(copy: string): Promise<void> {
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

/** Runs each drill, all of them even if one fails, and ends the process. */
export async function runDrills(drills: { name: string; run: () => Promise<void> }[]) {
  const failed: string[] = []
  for (const { name, run } of drills) {
    console.log(`\n${name}\n`)
    const started = performance.now()
    await run().catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error)
      failed.push(name)
    })
    console.log(`${((performance.now() - started) / 1000).toFixed(0)} s`)
  }
  console.log(failed.length > 0 ? `\nFAILED: ${failed.join(', ')}` : '\nok')
  process.exit(failed.length > 0 ? 1 : 0)
}
