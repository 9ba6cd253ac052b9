/**
 * `bun run rename "<Name>"`: gives the product another name, everywhere it is written: the pages, mails,
 * cookies, package, containers, databases and docs. src/site.ts says what the name is now; it is written
 * last, so that an interrupted run is repeated by running it again.
 */
import { join } from 'node:path'
import { $ } from 'bun'
import { site } from '#/site.ts'

const root = join(import.meta.dirname, '..')

/** MIT demands that the copyright notice stays in every copy, so it keeps the name of its authors. */
const keepsTheName = new Set(['LICENSE'])

type Name = { name: string; id: string }

/** The name as it is shown, and as it is written in cookies, databases and packages. */
function readName(name: string): Name | string {
  const id = name
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]/gi, '')
    .toLowerCase()
  if (!/^\p{L}[\p{L}\p{N}]*(?:[ -][\p{L}\p{N}]+)*$/u.test(name)) {
    return 'Use letters and digits, with one space or hyphen between words, and a letter first.'
  }
  if (!/^[a-z][a-z0-9]{2,29}$/.test(id)) {
    return 'Cookies and databases need 3 to 30 letters from a to z or digits, with a letter first.'
  }
  if (name === id) return 'Use a capital letter, which tells the name from its form in cookies.'
  return { name, id }
}

/** The files of the repository; a new one counts before it is added. */
async function textFiles(): Promise<string[]> {
  const listed = await $`git ls-files -z --cached --others --exclude-standard`.cwd(root).text()
  return listed.split('\0').filter((file) => file !== '' && !keepsTheName.has(file))
}

/** A whole word, where `_`, `-` and `.` part words too, as in the login of a database. */
const word = (text: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(text)}(?![\\p{L}\\p{N}])`, 'gu')

async function filesWith(texts: string[]): Promise<string[]> {
  const patterns = texts.map(word)
  const found = await Promise.all(
    (await textFiles()).map(async (file) => {
      const opened = Bun.file(join(root, file))
      if (!(await opened.exists())) return []
      const text = await opened.text()
      return patterns.some((pattern) => text.search(pattern) !== -1) ? [file] : []
    }),
  )
  return found.flat()
}

async function rename(from: Name, to: Name): Promise<string[]> {
  const files = await filesWith([from.name, from.id])
  const source = 'src/site.ts'
  for (const file of [...files.filter((one) => one !== source), source]) {
    const opened = Bun.file(join(root, file))
    const text = await opened.text()
    await opened.write(text.replaceAll(word(from.name), to.name).replaceAll(word(from.id), to.id))
  }
  // Lines of another length break elsewhere.
  await $`${process.execPath} node_modules/.bin/oxfmt`.cwd(root).quiet()
  return files
}

const left = (from: Name, to: Name, ignored: string[]) => `
Look at the changes with \`git diff\`, then run \`bun run check\`. What is left for you:

- src/site.ts: the addresses of the repository and of the support are made of the name; write yours.
- public/icon.svg and the sentences in the messages/ of each feature are as they were.
- LICENSE keeps its copyright notice, as its terms demand; add a line of your own above it.
- .data/ holds sample accounts at ${from.id}.example; delete it, and \`bun dev\` makes new ones.
- A server that runs already: everybody signs in again (cookies are named after ${to.id}), links in
  mails that were sent stop working, and docker-compose.yml expects the database, its logins and the
  bucket under the new name; rename them there too, or keep the old names in that file.
${ignored.map((file) => `- ${file} is not in git and still has the old name; change it by hand.\n`).join('')}`

async function ignoredFilesWith(from: Name): Promise<string[]> {
  const texts = await Promise.all(
    ['.env', '.env.local'].map(async (name) => {
      const file = Bun.file(join(root, name))
      return { name, text: (await file.exists()) ? await file.text() : '' }
    }),
  )
  return texts
    .filter(({ text }) => [from.name, from.id].some((one) => text.search(word(one)) !== -1))
    .map(({ name }) => name)
}

function refuse(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

const force = Bun.argv.includes('--force')
const [given, ...others] = Bun.argv.slice(2).filter((argument) => argument !== '--force')
if (given === undefined || others.length > 0) refuse('Usage: bun run rename "<Name>" [--force]')

const from = { name: site.name, id: site.id }
const to = readName(given.trim())
if (typeof to === 'string') refuse(`“${given}” does not work as a name. ${to}`)
if (to.name === site.name) {
  console.log(`The product is called ${to.name} already.`)
  process.exit(0)
}

const taken = force ? [] : await filesWith([to.name, to.id])
if (taken.length > 0) {
  refuse(
    `“${to.name}” or “${to.id}” is a word in ${taken.length} files already, such as ${taken[0]}. A later ` +
      'rename could not tell it from the name. Choose another, or add --force if this is the last ' +
      'one, or if a run was interrupted.',
  )
}
const files = await rename(from, to)
console.log(`${from.name} is now ${to.name} (${to.id} in cookies and databases):\n`)
for (const file of files) console.log(`  ${file}`)
console.log(left(from, to, await ignoredFilesWith(from)))
