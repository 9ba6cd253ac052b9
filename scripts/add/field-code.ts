/** The code of the fields for each marker of the template, as `<fields columns>`. */
import { type Feature, listedFields } from './feature.ts'
import type { Field } from './fields.ts'
import { sampleOf } from './samples.ts'

/** With more options, ui/field.tsx recommends a select. */
const mostRadios = 6

type Parts = Record<string, (feature: Feature) => string>

const each = (fields: Field[], text: (field: Field) => string) => fields.map(text).join('\n')
const choices = ({ fields }: Feature) => fields.filter(({ kind }) => kind === 'choice')
const optionsName = ({ camel }: Field) => `${camel}Options`
const labelName = ({ camel }: Field) => `${camel}Label`

const optionsImport = (feature: Feature) =>
  choices(feature).length > 0
    ? `import { ${choices(feature).map(optionsName).join(', ')} } from './${feature.one.kebab}-choices.ts'`
    : ''
const labelImport = ({ one }: Feature, fields: Field[]) =>
  fields.length > 0
    ? `import { ${fields.map(labelName).join(', ')} } from './${one.kebab}-labels.ts'`
    : ''

export const fieldCode: Parts = {
  columns: ({ fields }) => each(fields, (field) => `${field.camel}: ${columnOf(field)},`),
  schema: ({ fields }) => each(fields, (field) => `${field.camel}: ${schemaOf(field)},`),
  bounds: ({ fields }) =>
    fields.some(({ kind }) => kind === 'number')
      ? '/** With the two decimals that the column keeps. */\nconst decimal = z.number().min(-9_999_999_999).max(9_999_999_999).multipleOf(0.01)\n'
      : '',
  grants: ({ fields }) => fields.map(({ snake }) => snake).join(', '),
  'quoted-grants': ({ fields }) => fields.map(({ snake }) => `"${snake}"`).join(', '),
  imports: optionsImport,
  choices: (feature) =>
    each(
      choices(feature),
      (field) =>
        `export const ${optionsName(field)} = [${field.options.map(({ snake }) => `'${snake}'`).join(', ')}] as const`,
    ),
  labels: (feature) =>
    choices(feature)
      .map((field) => labelsOf(feature, field))
      .join('\n\n'),
  'form-label-imports': (feature) => labelImport(feature, choices(feature)),
  'list-label-imports': (feature) =>
    labelImport(
      feature,
      listedFields(feature).filter(({ kind }) => kind === 'choice'),
    ),
  controls: (feature) => each(feature.fields, (field) => controlOf(feature, field)),
  cells: (feature) => each(listedFields(feature), (field) => cellOf(feature, field)),
  none: (feature) =>
    listedFields(feature).some((field) => cellOf(feature, field).includes('none'))
      ? "/** Stands in place of an empty field. */\nconst none = '–'"
      : '',
  sample: ({ fields }) => each(fields, (field) => `${field.camel}: ${sampleOf(field, 0)},`),
  samples: ({ fields }) =>
    [0, 1, 2]
      .map(
        (at) =>
          `{ ${fields.map((field) => `${field.camel}: ${sampleOf(field, at)}`).join(', ')} },`,
      )
      .join('\n'),
  fill: ({ fields }) => each(fields, fillOf),
}

function columnOf({ kind, camel, isRequired }: Field): string {
  const needed = isRequired ? '.notNull()' : ''
  switch (kind) {
    case 'text':
    case 'long':
      return `text().notNull()${isRequired ? '' : ".default('')"}`
    case 'number':
      return `numeric({ precision: 12, scale: 2, mode: 'number' })${needed}`
    case 'date':
      return `date()${needed}`
    case 'choice':
      return `text({ enum: ${camel}Options }).notNull()`
    case 'boolean':
      return 'boolean().notNull().default(false)'
  }
}

function schemaOf({ kind, camel, isRequired }: Field): string {
  switch (kind) {
    case 'text':
      return `oneLine(120)${isRequired ? '.min(1)' : ".default('')"}`
    case 'long':
      return `z.string().trim()${isRequired ? '.min(1)' : ''}.max(5_000)${isRequired ? '' : ".default('')"}`
    case 'number':
      return `decimal${isRequired ? '' : '.nullable().default(null)'}`
    case 'date':
      return `z.iso.date()${isRequired ? '' : '.nullable().default(null)'}`
    case 'choice':
      return `z.enum(${camel}Options)`
    case 'boolean':
      return 'z.boolean().default(false)'
  }
}

function labelsOf({ many }: Feature, { camel, snake, options }: Field): string {
  const words = options.map(
    (option) => `${option.snake}: m.${many.snake}_option_${snake}_${option.snake},`,
  )
  return `const ${camel}Labels = {\n${words.join('\n')}\n}\nexport const ${camel}Label = (${camel}: keyof typeof ${camel}Labels) => ${camel}Labels[${camel}]()`
}

function controlOf({ many }: Feature, field: Field): string {
  const { kind, camel, snake, isRequired, options } = field
  const label = `label={m.${many.snake}_field_${snake}()}`
  const optional = isRequired ? '' : 'optional'
  const frame = `name="${camel}" ${label}`
  switch (kind) {
    case 'text':
      return `<TextField ${frame} ${optional} autoComplete="off" defaultValue={fields?.${camel}} />`
    case 'long':
      return `<TextareaField ${frame} ${optional} defaultValue={fields?.${camel}} />`
    case 'number':
      return `<TextField ${frame} ${optional} type="number" step="any" inputMode="decimal" className="sm:[&_input]:w-56" defaultValue={fields?.${camel} ?? undefined} />`
    case 'date':
      return `<TextField ${frame} ${optional} type="date" className="sm:[&_input]:w-56" defaultValue={fields?.${camel} ?? undefined} />`
    case 'choice': {
      const control = options.length > mostRadios ? 'SelectField' : 'RadioField'
      return `<${control} ${frame} options={${camel}Options.map((value) => ({ value, label: ${camel}Label(value) }))} defaultValue={fields?.${camel} ?? ${camel}Options[0]} />`
    }
    case 'boolean':
      return `<CheckboxField ${frame} defaultChecked={fields?.${camel}} />`
  }
}

function cellOf({ many }: Feature, { kind, camel, snake, isRequired }: Field): string {
  const column = `key: '${camel}', header: m.${many.snake}_field_${snake}()`
  const orNone = (shown: string) => (isRequired ? shown : `${camel} === null ? none : ${shown}`)
  switch (kind) {
    case 'number':
      return `{ ${column}, align: 'end', className: 'xl:w-40', cell: ({ ${camel} }) => ${orNone(`formatNumber(${camel})`)} },`
    case 'date':
      return `{ ${column}, className: 'xl:w-44', cell: ({ ${camel} }) => ${orNone(`formatDate(${camel}, 'date', 'UTC')`)} },`
    case 'choice':
      return `{ ${column}, className: 'xl:w-44', cell: ({ ${camel} }) => ${camel}Label(${camel}) },`
    case 'boolean':
      return `{ ${column}, className: 'xl:w-32', cell: ({ ${camel} }) => (${camel} ? m.${many.snake}_yes() : m.${many.snake}_no()) },`
    default:
      return `{ ${column}, cell: ({ ${camel} }) => ${isRequired ? camel : `${camel} || none`} },`
  }
}

function fillOf(field: Field): string {
  const { kind, camel, options } = field
  const control = `page.locator('[name=${camel}]')`
  switch (kind) {
    case 'choice':
      return options.length > mostRadios
        ? `await ${control}.selectOption('${options[0]?.snake}')`
        : `await page.locator('[name=${camel}][value=${options[0]?.snake}]').check()`
    case 'boolean':
      return `await ${control}.check()`
    default:
      return `await ${control}.fill('${sampleOf(field, 0).replaceAll("'", '')}')`
  }
}
