/**
 * Before each commit: format and lint of the files that are staged, as they are in the working tree.
 * Everything else is looked at before a push (`bun run check`).
 */
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const listed = Bun.spawnSync(
  ['git', 'diff', '--cached', '--name-only', '--diff-filter=ACMR', '-z'],
  {
    cwd: root,
  },
)
const staged = listed.stdout.toString().split('\0').filter(Boolean)

const checks: [command: string[], files: RegExp][] = [
  [['node_modules/.bin/oxfmt', '--check'], /\.(tsx?|cjs|json|css|md|ya?ml)$/],
  [['node_modules/.bin/oxlint', '--quiet'], /\.(tsx?|cjs)$/],
]

let failed = false
for (const [command, pattern] of checks) {
  const files = staged.filter((file) => pattern.test(file))
  if (files.length === 0) continue
  const { exitCode, stdout, stderr } = Bun.spawnSync([process.execPath, ...command, ...files], {
    cwd: root,
  })
  if (exitCode === 0) continue
  failed = true
  console.error([stdout, stderr].join('').trim())
}
if (failed)
  console.error('\n`bun run format` formats; `git commit --no-verify` commits all the same.')
process.exit(failed ? 1 : 0)
