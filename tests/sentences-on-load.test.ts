/**
 * A sentence that is said when its file is loaded has, on a server, the language of whoever came first.
 * Run in a process of its own, because here most files are loaded already.
 */
import { expect, test } from 'bun:test'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const loadAll = `
  import { overwriteGetLocale } from '#/i18n/generated/runtime.js'
  overwriteGetLocale(() => { throw new Error('a sentence is said when the file is loaded') })
  let loaded = 0
  for (const file of new Bun.Glob('src/{platform,product,ui}/**/*.tsx').scanSync()) {
    if (/hydrate/.test(file)) continue
    try {
      await import('./' + file)
      loaded += 1
    } catch (error) {
      console.log(file + ': ' + error.message)
    }
  }
  console.log(loaded > 100 ? 'all' : loaded)
  process.exit(0)
`

test('no sentence is said before it is known who reads it', async () => {
  const child = Bun.spawn(
    [process.execPath, '--preload', './tests/environment.ts', '-e', loadAll],
    {
      cwd: root,
      stderr: 'inherit',
    },
  )
  expect((await new Response(child.stdout).text()).trim()).toBe('all')
}, 60_000)
