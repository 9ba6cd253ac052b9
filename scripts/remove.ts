/**
 * `bun run remove <feature>`: takes a feature out of the repository: its folder, its entries in the lists,
 * its routes, its row in the arrow table, its tables (in a migration), its journeys, proofs and helpers,
 * and the files that only it used. `bun run remove product` takes the whole product.
 *
 *   --with-dependants   takes the features that stand on it along
 *   --force             works in a tree with changes that are not committed
 *
 * It ends with what is left to decide and with `bun run check`, and exits with 1 when the check fails.
 */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { $ } from 'bun'
import { arrowsOf, dependantsOf, type Half, withoutFeatures } from './remove/arrow-table.ts'
import { orphans, ownFiles, readSources } from './remove/belongings.ts'
import { withoutEntries } from './remove/list-entries.ts'
import { writeMigration } from './remove/migration.ts'
import { changeFile, isSource, readText, root, trackedFiles } from './remove/repository.ts'
import { withHomePath, withoutRoutes } from './remove/routes.ts'
import { removeUnused } from './remove/unused.ts'
import {
  removeUnsaidSentences,
  withoutElements,
  withoutLinks,
  withoutScripts,
  withoutTimings,
} from './remove/texts.ts'

const halves: Half[] = ['platform', 'product']
const arrowTable = '.dependency-cruiser.cjs'

function refuse(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

/** The features of the name that was given, with all that go along; refuses when that is not wanted. */
async function chosenFeatures(name: string, withDependants: boolean) {
  const folders = await Promise.all(
    halves.map(async (half) => ({ half, names: await readdir(join(root, 'src', half)) })),
  )
  const found = folders.find(({ half, names }) => names.includes(name) || half === name)
  if (!found || name === 'platform') {
    const known = folders.flatMap(({ names }) => names).toSorted()
    refuse(`There is no feature “${name}”. There are: ${known.join(', ')}; or the whole product.`)
  }
  const { half, names } = found
  if (half === name) return { half, features: names, along: [] }
  const along = dependantsOf([name], arrowsOf(await readText(arrowTable), half))
  if (along.length > 0 && !withDependants) {
    refuse(
      `${along.join(', ')} ${along.length === 1 ? 'stands' : 'stand'} on ${name} (${arrowTable}). ` +
        'Add --with-dependants to remove all of them, or part them first.',
    )
  }
  return { half, features: [name, ...along], along }
}

const flags = new Set(Bun.argv.slice(2).filter((argument) => argument.startsWith('--')))
const [name, ...others] = Bun.argv.slice(2).filter((argument) => !argument.startsWith('--'))
if (name === undefined || others.length > 0) {
  refuse('Usage: bun run remove <feature> [--with-dependants] [--force]')
}
const { half, features } = await chosenFeatures(name, flags.has('--with-dependants'))
if (!flags.has('--force') && (await $`git status --porcelain`.cwd(root).text()) !== '') {
  refuse('There are changes that are not committed. Commit them first, or add --force.')
}

const folders = features.map((feature) => `src/${half}/${feature}/`)
const isInFolder = (path: string) => folders.some((folder) => path.startsWith(folder))
const files = await trackedFiles()
const sources = await readSources(files)
const own = ownFiles(files, sources, features, isInFolder)

// The lists forget the feature before it is known which files nothing else uses.
const isOwn = (path: string) => isInFolder(path) || own.has(path)
for (const file of files.filter((one) => isSource(one) && !isOwn(one))) {
  const source = sources.get(file)
  if (!source?.imports.some(isOwn)) continue
  await changeFile(file, (text) => withoutEntries(file, text, isOwn))
}
const inFolders = files.filter(isInFolder)
const unused = orphans(await readSources(files), new Set([...inFolders, ...own]))
const isRemoved = (path: string) => isOwn(path) || unused.has(path)
const removed = files.filter(isRemoved)
const removedTexts = await Promise.all(removed.map(readText))

await Promise.all(removed.map((file) => rm(join(root, file))))
for (const folder of folders) await rm(join(root, folder), { recursive: true, force: true })

await changeFile('src/routes.ts', (text) => withoutRoutes(text, isRemoved))
const routes = await readText('src/routes.ts')
const hasMoved = await changeFile('src/auth/home-path.ts', (text) => withHomePath(text, routes))
await changeFile(arrowTable, (text) => withoutFeatures(text, half, features))
await changeFile('package.json', (text) => withoutScripts(text, isRemoved))
for (const file of ['knip.json', 'vite.config.ts']) {
  await changeFile(file, (text) => withoutElements(text, folders))
}
for (const folder of ['tests', 'e2e']) {
  await changeFile(join(folder, 'timings.json'), (text) => withoutTimings(text, folder, isRemoved))
}
for (const file of files.filter(
  (one) => /^(README|docs\/[\w-]+)\.md$/.test(one) && !isRemoved(one),
)) {
  const folder = file.startsWith('docs/') ? 'docs' : '.'
  await changeFile(file, (text) => withoutLinks(text, folder, isRemoved))
}
const unsaid = await removeUnsaidSentences(removedTexts)

const bun = process.execPath
await $`${bun} scripts/generate.ts`.cwd(root)
const functions = removedTexts.flatMap((text) =>
  [...text.matchAll(/definerFunctions: \{([^}]*)\}/g)].flatMap(([, names = '']) =>
    [...names.matchAll(/(\w+): \[/g)].flatMap(([, one]) => one ?? []),
  ),
)
const migration = await writeMigration(`remove_${name.replaceAll('-', '_')}`, functions)
await $`${bun} node_modules/.bin/oxfmt`.cwd(root).quiet()
const unneeded = await removeUnused()
const document = await $`${bun} tests/isolation/write-document.ts`.cwd(root).nothrow().quiet()
await $`${bun} node_modules/.bin/oxfmt`.cwd(root).quiet()

const list = (title: string, lines: string[]) =>
  lines.length > 0 ? `${title}\n${lines.map((line) => `  ${line}\n`).join('')}\n` : ''
console.log(
  list('Removed:', [...folders, ...own]) +
    list('Removed, because nothing else used them:', [...unused]) +
    list('Removed from files that stay:', unneeded.removed) +
    list('Kept for what is built next, though nothing uses all of it (knip.json):', unneeded.kept) +
    list('Removed sentences that nothing else says:', unsaid) +
    list(
      'Wrote a migration; it deletes the rows of these features for good:',
      migration ? [migration] : [],
    ),
)

const mentions: string[] = []
for (const file of await trackedFiles()) {
  if (
    /^(docs\/decisions|src\/db\/migrations|scripts\/(add|remove))\/|\.(png|svg|woff2|pdf|docx)$/.test(
      file,
    )
  )
    continue
  for (const [at, line] of (await readText(file)).split('\n').entries()) {
    const path = line.match(/(?:src\/)?(?:platform|product)\/[\w./-]+|[\w-]+\/[\w./-]+\.\w+/g) ?? []
    if (path.some((one) => isRemoved(one) || isRemoved(`src/${one}`))) {
      mentions.push(`${file}:${at + 1}: ${line.trim().slice(0, 100)}`)
    }
  }
}
console.log(
  list('Still name what is gone; change or delete these lines:', mentions) +
    list('Left to decide:', [
      ...(hasMoved ? ['people begin at /account now (src/auth/home-path.ts)'] : []),
      'sentences about it in src/product/wording/, on the landing page, in README.md and in docs/',
      'variables in .env.example and locations in nginx.conf that only it needed',
      ...(document.exitCode === 0
        ? []
        : [
            'docs/isolation.md: run `bun tests/isolation/write-document.ts` once the code compiles',
          ]),
    ]),
)
const { exitCode } = await $`${bun} scripts/check.ts`.cwd(root).nothrow()
if (exitCode !== 0) {
  console.error('\nThe check fails; the lines above say where something is left to do by hand.')
}
process.exit(exitCode)
