/** What the repository says about itself must be true. */
import { expect, test } from 'bun:test'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { environmentSchema } from '#/env.ts'
import { locales } from '#/i18n/locale.ts'
import { wrongTerms } from '../scripts/terms.ts'
import { messageFiles } from '../scripts/translations.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFile(join(root, path), 'utf8')

test('every script of package.json starts something that exists', async () => {
  const { scripts } = JSON.parse(await read('package.json')) as { scripts: Record<string, string> }
  for (const command of Object.values(scripts)) {
    const files = command.match(/[\w./-]+\.(?:ts|sh)\b/g) ?? []
    for (const file of files) expect(await Bun.file(join(root, file)).exists(), command).toBe(true)
  }
})

test('.env.example explains exactly the variables that are read', async () => {
  const lines = (await read('.env.example')).split('\n')
  const documented = lines.flatMap((line) => line.match(/^([A-Z0-9_]+)=/)?.[1] ?? [])
  const ofTheApp = Object.keys(environmentSchema.shape)
  const ofTheScripts = documented.filter((name) => /^(LOCAL_|TEST_|CHROMIUM_)/.test(name))
  expect(documented.toSorted()).toEqual([...ofTheApp, ...ofTheScripts].toSorted())
  const explained = lines.some((line, at) => line.endsWith('=') && lines[at - 1] === '')
  expect(explained, 'a variable without a sentence above it').toBe(false)
})

test('docker compose hands every variable that the app reads to it', async () => {
  const { services } = Bun.YAML.parse(await read('docker-compose.yml')) as {
    services: { app: { environment: Record<string, string> } }
  }
  const { environment } = services.app
  const ofTheImage = ['NODE_ENV', 'PORT']
  expect([...Object.keys(environment), ...ofTheImage].toSorted()).toEqual(
    Object.keys(environmentSchema.shape).toSorted(),
  )
  const ofItsServices = /^(TRUSTED_PROXIES|(DATABASE|REDIS)_.*URL|S3_(ENDPOINT|BUCKET))$/
  for (const [name, value] of Object.entries(environment)) {
    if (!ofItsServices.test(name)) expect(value, name).toStartWith(`\${${name}:`)
  }
})

test('every sentence exists in every language, with the same parameters', async () => {
  const files = messageFiles('en')
  expect(files.length).toBeGreaterThan(5)
  for (const file of files) {
    const [english, ...others] = await Promise.all(
      locales.map(async (locale) =>
        JSON.parse(await read(file.replace(/en\.json$/, `${locale}.json`))),
      ),
    )
    for (const other of others) {
      expect(Object.keys(other).toSorted(), file).toEqual(Object.keys(english).toSorted())
      for (const [key, sentence] of Object.entries(english)) {
        expect(parameters(other[key]), `${file} ${key}`).toEqual(parameters(sentence))
      }
    }
  }
})

const parameters = (sentence: unknown) =>
  [...new Set(JSON.stringify(sentence).match(/\{\w+\}/g) ?? [])].toSorted()

test('a thing has one name in each language', async () => {
  const found: string[] = []
  for (const locale of locales) {
    for (const file of messageFiles(locale)) {
      found.push(...wrongTerms(locale, file, JSON.parse(await read(file))))
    }
  }
  expect(found).toEqual([])
})

test('a word that has no place in a language is found, with the better one', () => {
  const forms = [{ match: { 'form=one': 'Jeder Tarif', 'form=*': 'Alle Pläne' } }]
  expect(wrongTerms('de', 'billing.json', { billing_plans: forms, billing_plan: 'Plan' })).toEqual([
    'de/billing.json billing_plans: “Tarif”, write Plan',
  ])
  expect(
    wrongTerms('pt', 'x.json', { x: 'Envie o documento', y: 'Envia o documento' }),
  ).toHaveLength(1)
  expect(wrongTerms('en', 'x.json', { x: 'In {organization}', y: 'Oops.' })).toHaveLength(1)
})

test('every sentence is said somewhere, and stands in one file', async () => {
  const keys: string[] = []
  const wording = 'src/product/wording/messages/en.json'
  for (const file of messageFiles('en')) {
    if (file !== wording) keys.push(...Object.keys(JSON.parse(await read(file))))
  }
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  // What the product says instead of the platform is there to be said by the platform alone.
  const ofPlatform = new Set(keys)
  const instead = await Bun.file(`${root}/${wording}`)
    .json()
    .catch(() => ({}))
  expect(Object.keys(instead).filter((key) => !ofPlatform.has(key))).toEqual([])
  let sources = ''
  for await (const file of new Bun.Glob('src/**/*.{ts,tsx}').scan({ cwd: root })) {
    if (!file.includes('i18n/generated')) sources += await read(file)
  }
  const said = new Set(sources.match(/\b[a-z]+(?:_[a-z0-9]+)+\b/g))
  expect(keys.filter((key) => !said.has(key))).toEqual([])
})

test('every page has a title, and none of them is in the code that all pages load', async () => {
  const files = await Array.fromAsync(new Bun.Glob('src/**/routes/*.tsx').scan(root))
  expect(files.length).toBeGreaterThan(20)
  for (const file of files) {
    const source = await read(file)
    if (!/^ {2}component: /m.test(source)) continue
    const isLayout = source.includes('<Outlet') || /component: Outlet\b/.test(source)
    expect(/<(Public)?PageMeta\b/.test(source), file).toBe(!isLayout)
    const head = source.match(/^ {2}head: .*?^ {2}\S/ms)?.[0] ?? ''
    expect(/\bm\.|title/.test(head), `${file}: the head has a text`).toBe(false)
  }
})

test('no service of docker compose that others can reach has a password that everybody knows', async () => {
  const { services } = Bun.YAML.parse(await read('docker-compose.yml')) as {
    services: Record<string, { ports?: string[]; environment?: Record<string, string> }>
  }
  const reachable = Object.entries(services).filter(([, { ports = [] }]) =>
    ports.some((port) => !port.startsWith('127.0.0.1:')),
  )
  expect(reachable.map(([name]) => name)).toEqual(['nginx', 'minio'])
  for (const [name, { environment = {} }] of reachable) {
    for (const [variable, value] of Object.entries(environment)) {
      if (/PASSWORD|SECRET/.test(variable)) expect(value, `${name} ${variable}`).toContain(':?')
    }
  }
  // The app's own user of the storage, which browsers reach; not its administrator.
  expect(services['app']?.environment?.S3_SECRET_ACCESS_KEY).toStartWith('${S3_SECRET_ACCESS_KEY:?')
})

test('nginx gives up an unused connection to the app before the app does', async () => {
  const seconds = (source: string, pattern: RegExp) => Number(source.match(pattern)?.[1])
  const proxy = seconds(await read('nginx.conf'), /upstream app \{[^}]*keepalive_timeout (\d+)s;/)
  expect(proxy).toBeLessThan(seconds(await read('src/serve.ts'), /idleTimeout = (\d+)/))
})

test('no hosts of registries and no paths of a machine are in the tree', async () => {
  const files = await Array.fromAsync(
    new Bun.Glob('{src,scripts,local-cloud,e2e,bench,tests,docs,.ci}/**/*').scan({
      cwd: root,
      dot: true,
    }),
  )
  for (const file of files) {
    if (file.startsWith('tests/repository')) continue
    expect(
      /https?:\/\/(registry|deb|snapshot)\.|["' ]\/(root|work)\//.test(await read(file)),
      file,
    ).toBe(false)
  }
})

test('only the button component writes a button, so that every one waits for the scripts', async () => {
  const files = await Array.fromAsync(new Bun.Glob('src/**/*.tsx').scan(root))
  const ofTheComponent = 'src/ui/button.tsx'
  for (const file of files.filter((one) => one !== ofTheComponent)) {
    expect(await read(file), file).not.toMatch(/<button\b|type="(?:button|image|reset)"/)
  }
})
