/** Reads the fields of a feature: `name:text, amount:number!, state:choice(open|paid)`. */
import { isName, isReserved, kebabOf, formsOf, type Forms } from './names.ts'
import { Refused } from './refuse.ts'

export const kinds = ['text', 'long', 'number', 'date', 'choice', 'boolean'] as const
export type Kind = (typeof kinds)[number]

export type Field = Forms & {
  kind: Kind
  /** The first one: a row is known by it. */
  isName: boolean
  /** It cannot be left empty. */
  isRequired: boolean
  /** The choices of a `choice`. */
  options: Forms[]
}

const pattern = /^([^:]+?)\s*(?::\s*([a-z]+)\s*(?:\(([^)]*)\))?\s*(!)?)?$/
/** Every feature has these already. */
const taken = new Set(['id', 'organization-id', 'user-id', 'created-at', 'updated-at', 'fields'])

/** The first field names a row, so it becomes required. Throws Refused. */
export function parseFields(written: string): Field[] {
  // The commas between fields, and not those between options.
  const parts = written.split(/,(?![^(]*\))/).map((part) => part.trim())
  if (written.trim() === '') throw new Refused('Name at least one field, as “name:text”.')
  const fields = parts.map(parseField)
  const [first] = fields
  if (first?.kind !== 'text') {
    throw new Refused('The first field names the row, so that its kind is “text”.')
  }
  first.isRequired = true
  first.isName = true
  const double = fields.find(({ camel }, at) => fields.findIndex((f) => f.camel === camel) !== at)
  if (double) throw new Refused(`There are two fields “${double.kebab}”.`)
  return fields
}

function parseField(part: string): Field {
  const [, written = '', kindName = 'text', inBrackets = '', mark] = part.match(pattern) ?? []
  if (written === '')
    throw new Refused(`“${part}” is no field; write name:kind, as “amount:number”.`)
  const kebab = kebabOf(written)
  if (isReserved(kebab)) throw new Refused(`“${kebab}” is a reserved word of JavaScript.`)
  if (!isName(kebab)) {
    throw new Refused(
      `“${written}” cannot be the name of a field: use at most 30 letters, as “due-date”.`,
    )
  }
  if (taken.has(kebab)) throw new Refused(`Each feature has a field “${kebab}” of its own.`)
  const kind = kinds.find((known) => known === kindName)
  if (!kind) {
    throw new Refused(`There is no kind “${kindName}”; there are ${kinds.join(', ')}.`)
  }
  return {
    ...formsOf(kebab),
    kind,
    isName: false,
    isRequired: mark === '!' || kind === 'choice',
    options: optionsOf(kind, written, inBrackets),
  }
}

function optionsOf(kind: Kind, field: string, inBrackets: string): Forms[] {
  if (kind !== 'choice') {
    if (inBrackets !== '') throw new Refused(`Only a choice has options; “${field}” is none.`)
    return []
  }
  const options = inBrackets.split(/[|,]/).map(kebabOf)
  if (options.length < 2 || !options.every(isName) || new Set(options).size < options.length) {
    throw new Refused(`Give “${field}” two options or more, as “${field}:choice(open|paid)”.`)
  }
  return options.map(formsOf)
}
