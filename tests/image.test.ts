/** What operators are told to run in the image must be able to run there. */
import { expect, test } from 'bun:test'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const read = (path: string) => Bun.file(join(root, path)).text()

/** The files that a script loads, and the packages. */
async function loadedBy(file: string, found = { files: new Set<string>(), packages: new Set() }) {
  if (found.files.has(file)) return found
  found.files.add(file)
  const loader = file.match(/\.(tsx?|js)$/)?.[1]
  if (loader !== 'ts' && loader !== 'tsx' && loader !== 'js') return found
  const imports = new Bun.Transpiler({ loader }).scanImports(await read(file))
  for (const { path } of imports) {
    if (path.startsWith('#/')) await loadedBy(join('src', path.slice(2)), found)
    else if (path.startsWith('.')) await loadedBy(join(dirname(file), path), found)
    else if (!/^(node:|bun(:|$))/.test(path)) {
      found.packages.add(path.match(/^(@[^/]+\/)?[^/]+/)?.[0])
    }
  }
  return found
}

test('the commands of docs/operations.md are in the image, with everything that they load', async () => {
  const named = (await read('docs/operations.md')).matchAll(/\bbun (scripts\/[\w-]+\.ts)/g)
  const commands = [...new Set(Array.from(named, ([, file = '']) => file))]
  expect(commands.length).toBeGreaterThan(0)

  const lastStage = (await read('Dockerfile')).split(/^FROM /m).at(-1) ?? ''
  const copied = Array.from(lastStage.matchAll(/^COPY (?:--from=build )?(.+) \S+$/gm)).flatMap(
    ([, sources = '']) => sources.replaceAll('/app/', '').split(' '),
  )
  const { dependencies } = JSON.parse(await read('package.json'))
  for (const command of commands) {
    const { files, packages } = await loadedBy(command)
    const isCopied = (file: string) =>
      copied.some((path) => file === path || file.startsWith(`${path}/`))
    expect([...files].filter((file) => !isCopied(file))).toEqual([])
    expect([...packages].filter((name) => !(String(name) in dependencies))).toEqual([])
  }
})
