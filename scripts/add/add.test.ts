import { describe, expect, test } from 'bun:test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { locales } from '#/i18n/locale.ts'
import { wrongTerms } from '../terms.ts'
import { featureFrom, readArguments } from './ask.ts'
import { parseFields } from './fields.ts'
import { articleFor, formsOf, kebabOf, singularOf } from './names.ts'
import { refuseTakenAddress, refuseTakenNames } from './refusals.ts'
import { sentencesOf } from './sentences.ts'
import { sharedFiles } from './shared-files.ts'
import { filesOf, render } from './template.ts'

const everyKind =
  'number, customer:text!, notes:long, amount:number!, tax:number, due:date, sent-on:date!, state:choice(open|sent|overdue), paid:boolean'

/** The files that the command would write with these arguments. */
function asked(...given: string[]) {
  const { values, many } = readArguments(given)
  return featureFrom({ values }, { many, ...values })
}
const invoices = (owner: 'person' | 'organization', fields = everyKind) =>
  asked('purchase-invoices', `--of=${owner}`, `--fields=${fields}`)

describe('names', () => {
  test('a noun has a form for each place in the code', () => {
    expect(formsOf('garden-plot')).toEqual({
      words: 'garden plot',
      camel: 'gardenPlot',
      pascal: 'GardenPlot',
      snake: 'garden_plot',
      constant: 'GARDEN_PLOT',
      kebab: 'garden-plot',
      sentence: 'Garden plot',
    })
    expect(['Due date', 'dueDate', 'due_date'].map(kebabOf)).toEqual(Array(3).fill('due-date'))
  })

  test('the singular is known where it follows a rule', () => {
    const known = { invoices: 'invoice', stories: 'story', boxes: 'box', classes: 'class' }
    for (const [many, one] of Object.entries(known)) expect(singularOf(many)).toBe(one)
    for (const many of ['people', 'status', 'glass', 'news-item']) {
      expect(singularOf(many)).toBeUndefined()
    }
  })

  test('an article fits the sound', () => {
    expect(['invoice', 'hour', 'user', 'unit', 'update', 'task'].map(articleFor)).toEqual([
      'an',
      'an',
      'a',
      'a',
      'an',
      'a',
    ])
  })
})

describe('fields', () => {
  test('each kind is read, and the first one names the row', () => {
    const fields = parseFields(everyKind)
    expect(fields.map(({ kebab, kind, isRequired }) => [kebab, kind, isRequired])).toEqual([
      ['number', 'text', true],
      ['customer', 'text', true],
      ['notes', 'long', false],
      ['amount', 'number', true],
      ['tax', 'number', false],
      ['due', 'date', false],
      ['sent-on', 'date', true],
      ['state', 'choice', true],
      ['paid', 'boolean', false],
    ])
    expect(fields.map(({ isName }) => isName).lastIndexOf(true)).toBe(0)
    expect(fields[7]?.options.map(({ snake }) => snake)).toEqual(['open', 'sent', 'overdue'])
  })

  test.each([
    ['', 'at least one field'],
    ['name:text,', 'is no field'],
    ['amount:number', 'its kind is “text”'],
    ['name:string', 'There is no kind “string”'],
    ['name, name', 'two fields “name”'],
    ['name, created-at:date', 'of its own'],
    ['name, delete:boolean', '“delete” is a reserved word'],
    ['name, size2:number', 'cannot be the name of a field'],
    ['name, state:choice', 'two options or more'],
    ['name, state:choice(open|open)', 'two options or more'],
    ['name, amount:number(1|2)', 'Only a choice has options'],
  ])('“%s” is refused: %s', (written, sentence) => {
    expect(() => parseFields(written)).toThrow(sentence)
  })
})

describe('flags', () => {
  test('all that is asked can be said by flags', () => {
    const given = ['people', '--one=person', '--of=person', '--in=platform', '--title-de=Leute']
    expect(asked(...given)).toMatchObject({
      half: 'platform',
      owner: 'person',
      one: { camel: 'person' },
      many: { camel: 'people' },
      fields: [{ camel: 'name', kind: 'text' }],
      titles: { de: 'Leute', pt: undefined },
    })
  })

  test.each([
    [[], 'Usage'],
    [['--of=person'], 'Usage'],
    [['invoices'], 'Say whose they are'],
    [['invoices', '--of=team'], 'Say whose they are'],
    [['people', '--of=person'], 'Say what one of them is called'],
    [['invoices', '--of=person', '--in=lib'], '--in=product or --in=platform'],
    [['invoices', '--of=person', '--colour=red'], '--colour'],
    [['invoices', 'orders', '--of=person'], 'one name too many: orders'],
  ])('%p is refused: %s', (given, sentence) => {
    expect(() => asked(...given)).toThrow(sentence)
  })
})

describe('names that are taken', () => {
  test.each([
    [['classes', '--of=person'], '“class” is a reserved word'],
    [['invoices2', '--one=invoice', '--of=person'], 'cannot be a name'],
    [['sheep', '--one=sheep', '--of=person'], 'the code needs two names'],
    [['files', '--of=organization'], 'There is a feature “files” already, in src/platform/'],
    [['accounts', '--of=organization'], 'There is a table “account” already'],
    [['columns', '--of=person'], '“columns” means something else'],
    [['links', '--of=person'], '“link” means something else'],
  ])('%p is refused: %s', async (given, sentence) => {
    await expect(refuseTakenNames(asked(...given))).rejects.toThrow(sentence)
  })

  test('an address is, for the owner who has it', async () => {
    const addressOf = (many: string, owner: string) =>
      refuseTakenAddress(asked(many, `--of=${owner}`))
    await expect(addressOf('settings', 'organization')).rejects.toThrow('/settings is taken')
    await expect(addressOf('assets', 'person')).rejects.toThrow('/assets is taken')
    await addressOf('settings', 'person')
    await addressOf('assets', 'organization')
  })

  test('others are not', async () => {
    await refuseTakenNames(asked('orders', '--of=organization'))
    await refuseTakenNames(invoices('person'))
  })

  test('a refusal is a sentence and writes nothing', async () => {
    const root = join(import.meta.dirname, '../..')
    const status = () => Bun.spawnSync(['git', 'status', '--porcelain'], { cwd: root }).stdout
    const before = status().toString()
    const child = Bun.spawnSync(
      [process.execPath, 'scripts/add.ts', 'files', '--of=person', '--force'],
      { cwd: root },
    )
    expect(child.exitCode).toBe(1)
    expect(child.stderr.toString()).toBe('There is a feature “files” already, in src/platform/.\n')
    expect(status().toString()).toBe(before)
  })
})

describe('what is written', () => {
  test.each(['person', 'organization'] as const)(
    'nothing of the sample stays for a %s',
    async (owner) => {
      for (const { path, text } of await filesOf(invoices(owner))) {
        expect(`${path}\n${text}`).not.toMatch(
          /garden|plot(?!ter)|first.?field|<\/?(fields|person|organization|end)\b/i,
        )
        if (owner === 'person') expect(text, path).not.toMatch(/organization|membership|orgSlug/i)
      }
    },
  )

  test('an import that no field needs is left out', async () => {
    const files = await filesOf(invoices('person', 'name'))
    const tables = files.find(({ path }) => path === 'tables.ts')?.text
    expect(tables).toContain("import { index, pgTable, text } from 'drizzle-orm/pg-core'")
    expect(files.map(({ path }) => path)).not.toContain('purchase-invoice-choices.ts')
  })

  test('nothing is declared that the fields do not need', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'loam-add-'))
    const sets = [
      'name',
      ...everyKind.split(', ').map((field) => `name, ${field.replace(/^number$/, 'code')}`),
    ]
    for (const [at, fields] of sets.entries()) {
      for (const owner of ['person', 'organization'] as const) {
        for (const { path, text } of await filesOf(invoices(owner, fields))) {
          await Bun.write(join(folder, owner, String(at), path), text)
        }
      }
    }
    const lint = Bun.spawnSync(
      ['node_modules/.bin/oxlint', '-A', 'all', '-D', 'no-unused-vars', folder],
      { cwd: join(import.meta.dirname, '../..') },
    )
    expect(lint.stdout.toString()).toContain('Found 0 warnings and 0 errors.')
    await rm(folder, { recursive: true })
  })

  test('lines for an owner need an end, and a marker needs code', () => {
    expect(() => render('// <person>\nconst one = 1\n', invoices('person'))).toThrow('no end')
    expect(() => render('// <fields unknown>\n', invoices('person'))).toThrow(
      'which nothing writes',
    )
  })

  test('its sentences are the same in every language, and none has a word to avoid', () => {
    for (const owner of ['person', 'organization'] as const) {
      const { untranslated, ...sentences } = sentencesOf(invoices(owner))
      const [english, ...others] = locales.map((locale) => sentences[locale])
      for (const other of others) expect(Object.keys(other)).toEqual(Object.keys(english ?? {}))
      for (const locale of locales) {
        expect(wrongTerms(locale, 'x.json', sentences[locale])).toEqual([])
      }
      expect(untranslated).toContain('de.json purchase_invoices_title')
      expect(untranslated).not.toContain('de.json purchase_invoices_field_amount')
    }
  })

  test('a title that is given needs no translation', () => {
    const { de, untranslated } = sentencesOf({
      ...invoices('person'),
      titles: { de: 'Eingangsrechnungen' },
    })
    expect(de).toMatchObject({ purchase_invoices_title: 'Eingangsrechnungen' })
    expect(untranslated).not.toContain('de.json purchase_invoices_title')
  })
})

describe('the files that name every feature', () => {
  const change = (
    file: string,
    text: string,
    owner: 'person' | 'organization',
    half = 'product',
  ) => {
    const feature = invoices(owner)
    return sharedFiles[file]?.(text, {
      ...feature,
      half: half === 'product' ? 'product' : 'platform',
    })
  }
  const lists = `import { audit } from './platform/audit/feature.ts'
import { jobs } from './product/jobs/feature.ts'

export const features = [
  audit,
  jobs,
]
`

  test('a list gets it after the features of its half', () => {
    expect(change('src/features.ts', lists, 'person'))
      .toBe(`import { audit } from './platform/audit/feature.ts'
import { jobs } from './product/jobs/feature.ts'
import { purchaseInvoices } from './product/purchase-invoices/feature.ts'

export const features = [
  audit,
  jobs, purchaseInvoices,
]
`)
    const platform = change('src/features.ts', lists, 'person', 'platform')
    expect(platform).toContain('  audit, purchaseInvoices,\n  jobs,\n')
  })

  test('a list without a product gets the first of it', () => {
    const alone = lists.replace(/import \{ jobs.*\n/, '').replace('  jobs,\n', '')
    expect(change('src/features.ts', alone, 'person')).toContain('  audit, purchaseInvoices,\n]')
  })

  test('a list on one line is a list too', () => {
    const short = lists.replace(/\[[^\]]*\]/, '[audit, jobs]')
    const text = change('src/features.ts', short, 'person', 'platform')
    expect(text).toContain('features = [audit, purchaseInvoices, jobs]')
  })

  test('the arrow table stays in its order', () => {
    const table = "const product = {\n  jobs: ['x'],\n  zoo: [],\n}\n"
    expect(change('.dependency-cruiser.cjs', table, 'person')).toBe(
      "const product = {\n  jobs: ['x'],\n  'purchase-invoices': [],\n  zoo: [],\n}\n",
    )
    expect(change('.dependency-cruiser.cjs', 'const product = {}\n', 'person')).toBe(
      "const product = {\n  'purchase-invoices': [],\n}\n",
    )
  })

  test('without a place to write to it says so', () => {
    expect(() => change('src/routes.ts', 'export const routes = 1\n', 'person')).toThrow(
      'no line like',
    )
  })
})
