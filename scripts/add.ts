/**
 * `bun run add <plural>`: writes a working feature: a table with its policies and its migration, the
 * contract and the procedures, a list and a form in three languages, routes, navigation, isolation
 * expectations, sample data, tests and a journey. Asks four questions in a terminal; with flags it asks
 * nothing (`bun run add --help`).
 *
 * It ends with what is left to translate and with `bun run check`, and exits with 1 when that fails. When
 * something goes wrong before, the tree is as it was.
 */
import { mkdir, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { $ } from 'bun'
import { askForMissing, featureFrom, readArguments, usage } from './add/ask.ts'
import { type Feature, folderOf } from './add/feature.ts'
import { migrationsFolder, writeMigration } from './add/migration.ts'
import { refuseTakenAddress, refuseTakenNames } from './add/refusals.ts'
import { Refused } from './add/refuse.ts'
import { sentencesOf } from './add/sentences.ts'
import { sharedFiles } from './add/shared-files.ts'
import { filesOf } from './add/template.ts'
import { changeFile, readText, root } from './remove/repository.ts'

const bun = process.execPath
/** Files that the commands below write. */
const derived = [
  'docs/isolation.md',
  'project.inlang/settings.json',
  `${migrationsFolder}/meta/_journal.json`,
]

try {
  const given = readArguments(Bun.argv.slice(2))
  if (given.values.help) {
    console.log(usage)
    process.exit(0)
  }
  if (!given.values.force && (await $`git status --porcelain`.cwd(root).text()) !== '') {
    throw new Refused(
      'There are changes that are not committed. Commit them first, or add --force.',
    )
  }
  const isAsked = process.stdin.isTTY && !(given.many && given.values.of)
  const answers = isAsked ? await askForMissing(given) : { many: given.many, ...given.values }
  const feature = featureFrom(given, answers)
  await refuseTakenNames(feature)
  await refuseTakenAddress(feature)
  await add(feature)
} catch (error) {
  if (!(error instanceof Refused)) throw error
  console.error(error.message)
  process.exit(1)
}
const { exitCode } = await $`${bun} scripts/check.ts`.cwd(root).nothrow()
process.exit(exitCode)

async function add(feature: Feature): Promise<void> {
  const takeBack = await remember(feature)
  try {
    const { untranslated, ...sentences } = sentencesOf(feature)
    const written = await writeFolder(feature, sentences)
    for (const [file, change] of Object.entries(sharedFiles)) {
      await changeFile(file, (text) => change(text, feature))
    }
    await $`${bun} node_modules/.bin/oxfmt ${written} ${Object.keys(sharedFiles)}`.cwd(root).quiet()
    await $`${bun} scripts/generate.ts`.cwd(root).quiet()
    const migration = await writeMigration(feature)
    await $`${bun} tests/isolation/write-document.ts`.cwd(root).quiet()
    await $`${bun} node_modules/.bin/oxfmt docs/isolation.md`.cwd(root).quiet()
    report(feature, migration, untranslated)
  } catch (error) {
    await takeBack()
    throw error
  }
}

/** Returns a function that undoes everything written from here on. */
async function remember(feature: Feature): Promise<() => Promise<void>> {
  const files = [...Object.keys(sharedFiles), ...derived]
  const texts = await Promise.all(files.map(async (file) => [file, await readText(file)] as const))
  const folder = join(root, migrationsFolder)
  const migrations = new Set(await readdir(folder, { recursive: true }))
  return async () => {
    await rm(join(root, folderOf(feature)), { recursive: true, force: true })
    for (const [file, text] of texts) await Bun.write(join(root, file), text)
    for (const file of await readdir(folder, { recursive: true })) {
      if (!migrations.has(file)) await rm(join(folder, file))
    }
    await $`${bun} scripts/generate.ts`.cwd(root).nothrow().quiet()
  }
}

async function writeFolder(
  feature: Feature,
  sentences: Record<string, unknown>,
): Promise<string[]> {
  const files = [
    ...(await filesOf(feature)),
    ...Object.entries(sentences).map(([language, texts]) => ({
      path: `messages/${language}.json`,
      text: JSON.stringify(texts, null, 2),
    })),
  ]
  return Promise.all(
    files.map(async ({ path, text }) => {
      const file = join(folderOf(feature), path)
      await mkdir(dirname(join(root, file)), { recursive: true })
      await Bun.write(join(root, file), text)
      return file
    }),
  )
}

function report(feature: Feature, migration: string, untranslated: string[]) {
  const { owner, many } = feature
  const folder = folderOf(feature)
  const address = owner === 'organization' ? `/o/<organisation>/${many.kebab}` : `/${many.kebab}`
  const changed = Object.keys(sharedFiles).join(', ')
  console.log(`Wrote ${folder}/ and ${migration}; added lines to ${changed}.
Start \`bun dev\` and open ${address}. \`bun test ${folder}\` and \`bun run e2e ${many.kebab}\` try it, and
\`bun run remove ${many.kebab}\` takes it out again.
`)
  if (untranslated.length > 0) {
    console.log(`Still in English; say it in your own words:
${untranslated.map((one) => `  ${folder}/messages/${one}`).join('\n')}
`)
  }
}
