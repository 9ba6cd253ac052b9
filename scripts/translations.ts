/**
 * The messages/<locale>.json of every feature -> typed functions, by Paraglide. Run as a program it
 * compiles and exits:
 *
 *   bun scripts/translations.ts [--for-build]
 *
 * It runs as a process of its own because opening an inlang project takes two seconds and leaves a
 * timer behind that keeps the process alive for thirty; and only when the texts have changed.
 */
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { Plugin } from 'vite'

const root = join(import.meta.dirname, '..')
const generated = join(root, 'src/i18n/generated')
/** The build wants one module a message, so that a page carries only what it says. */
export const translationsForBuild = join(root, '.data/translations')

/**
 * Every file with sentences, of the base language or of all; a folder's own lie in its messages/. A later
 * one wins: src/product/wording/ says sentences of the platform in the words of the product.
 */
export const messageFiles = (locale = '*'): string[] =>
  [...new Bun.Glob(`src/**/messages/${locale}.json`).scanSync(root)].toSorted()

const settings = Bun.file(join(root, 'project.inlang/settings.json'))

/** Inlang wants a list of the files; it is written anew when a folder came or went. */
async function listFiles() {
  const written = await settings.text()
  const files = messageFiles('en').map(
    (file) => `"./${file.replace(/en\.json$/, '{locale}.json')}"`,
  )
  const pattern = `"pathPattern": [\n      ${files.join(',\n      ')}\n    ]`
  const list = written.replace(/"pathPattern": \[[^\]]*\]/, pattern)
  if (list !== written) await settings.write(list)
}

async function fingerprint(): Promise<string> {
  const hash = new Bun.CryptoHasher('sha256')
  for (const name of ['scripts/translations.ts', ...messageFiles()]) {
    hash.update(name).update(await Bun.file(join(root, name)).bytes())
  }
  return hash.digest('hex')
}

const stamp = Bun.file(join(generated, '.fingerprint'))

const isUpToDate = async (now: string) => (await stamp.exists()) && (await stamp.text()) === now

async function compileTranslations(forBuild: boolean) {
  const now = await fingerprint()
  if (!forBuild && (await isUpToDate(now))) return
  await listFiles()
  const project = await withoutDoubles()
  const { compile } = await import('@inlang/paraglide-js')
  const outdir = forBuild ? translationsForBuild : await mkdtemp(join(tmpdir(), 'translations-'))
  await compile({
    project: join(project, 'project.inlang'),
    outdir,
    outputStructure: forBuild ? 'message-modules' : 'locale-modules',
    strategy: ['cookie', 'preferredLanguage', 'baseLocale'],
    cookieName: 'locale',
    emitGitIgnore: false,
    emitPrettierIgnore: false,
    emitReadme: false,
    isServer: 'import.meta.env.SSR',
  })
  await rm(project, { recursive: true })
  await letNamesEndSentences(outdir)
  if (forBuild) return
  await bringOver(outdir, generated)
  await stamp.write(now)
}

/**
 * A copy of the project with one file for each language, in which a later sentence has taken the place
 * of an earlier one: Inlang takes five seconds over each name that two files have.
 */
async function withoutDoubles(): Promise<string> {
  await mkdir(join(root, '.data'), { recursive: true })
  const folder = await mkdtemp(join(root, '.data/texts-'))
  const { modules, ...others } = await settings.json()
  for (const locale of others.locales) {
    const files = messageFiles(locale).map((file) => Bun.file(join(root, file)).json())
    const sentences = Object.assign({}, ...(await Promise.all(files)))
    await Bun.write(join(folder, `messages/${locale}.json`), JSON.stringify(sentences))
  }
  const written = {
    ...others,
    modules: modules.map((path: string) => relative(folder, join(root, path))),
    'plugin.inlang.messageFormat': { pathPattern: './messages/{locale}.json' },
  }
  await Bun.write(join(folder, 'project.inlang/settings.json'), JSON.stringify(written))
  return folder
}

/**
 * A sentence that ends in a name has one full stop, also when the name brings its own: "Padaria Ltda."
 * or "Yahoo!". Paraglide has no such rule, so that it goes into what was compiled.
 */
async function letNamesEndSentences(folder: string) {
  const messages = join(folder, 'messages')
  const ending = /\$\{(i\?\.\w+)\}\.(?=[\s`\\)”“"»’])/g
  for (const name of await readdir(messages, { recursive: true })) {
    if (!name.endsWith('.js')) continue
    const file = Bun.file(join(messages, name))
    const text = await file.text()
    const changed = text.replaceAll(ending, (_, value: string) => {
      return `\${${value}}\${/[.!?…]$/.test(${value}) ? '' : '.'}`
    })
    if (changed !== text) await file.write(changed)
  }
}

/**
 * Writes what differs, file by file: the compiler empties its folder first, and a running server
 * would be caught without its texts.
 */
async function bringOver(from: string, to: string) {
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const source = join(entry.parentPath, entry.name)
    const target = Bun.file(join(to, relative(from, source)))
    const text = await Bun.file(source).text()
    if (!(await target.exists()) || (await target.text()) !== text) await target.write(text)
  }
  await rm(from, { recursive: true })
}

async function compileInChild(forBuild: boolean) {
  if (!forBuild && (await isUpToDate(await fingerprint()))) return
  const child = Bun.spawn(
    [process.execPath, import.meta.filename, ...(forBuild ? ['--for-build'] : [])],
    { stdout: 'inherit', stderr: 'inherit' },
  )
  if ((await child.exited) !== 0) throw new Error('The sentences do not compile.')
}

/** Compiles before a build, and again whenever a text changes while developing. */
export function translationsPlugin(command: 'build' | 'serve'): Plugin {
  let compiled: Promise<void> | undefined
  return {
    name: 'translations',
    buildStart: () => (compiled ??= compileInChild(command === 'build')),
    configureServer(server) {
      const isMessages = /\/messages\/[\w-]+\.json$/
      server.watcher.add(messageFiles().map((file) => join(root, file)))
      server.watcher.on('all', (_, file) => {
        if (isMessages.test(file)) void compileInChild(false)
      })
    },
  }
}

if (import.meta.main) {
  await compileTranslations(Bun.argv.includes('--for-build'))
  process.exit(0)
}
