import type { JsonSchema } from './conversation.ts'
import { hintFor } from './schema-hints.ts'
import { cut } from './words.ts'

type Context = { root: JsonSchema; text: string; depth: number }

const MAX_DEPTH = 8

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const schemas = (value: unknown): JsonSchema[] =>
  Array.isArray(value) ? value.filter(isSchema) : []
const number = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined
/** A value that fits the schema: drawn from the text where it says something of that name, else the
 * smallest that is allowed. */
export function fillSchema(schema: JsonSchema, text: string): unknown {
  return fill(schema, '', { root: schema, text, depth: 0 })
}

function fill(schema: JsonSchema, name: string, context: Context): unknown {
  const { root } = context
  const deeper = { ...context, depth: context.depth + 1 }
  if (typeof schema['$ref'] === 'string') {
    const target = resolve(schema['$ref'], root)
    return fill({ ...target, ...without(schema, '$ref') }, name, deeper)
  }
  if ('const' in schema) return schema['const']
  if (Array.isArray(schema['enum'])) return fromEnum(schema['enum'], context.text)
  const options = [...schemas(schema['anyOf']), ...schemas(schema['oneOf'])]
  if (options.length > 0) {
    const rest = without(schema, 'anyOf', 'oneOf')
    return fill({ ...rest, ...choose(options, context) }, name, deeper)
  }
  const parts = schemas(schema['allOf'])
  if (parts.length > 0) return fill(mergeAll(without(schema, 'allOf'), parts, root), name, deeper)

  switch (typeOf(schema, context)) {
    case 'object':
      return fillObject(schema, deeper)
    case 'array':
      return fillArray(schema, name, deeper)
    case 'string':
      return fillString(schema, name, context)
    case 'integer':
      return fillNumber(schema, name, context, true)
    case 'number':
      return fillNumber(schema, name, context, false)
    case 'boolean':
      return hintFor(name, context.text).flag
    default:
      return null
  }
}

function typeOf(schema: JsonSchema, { depth }: Context): string {
  const type = schema['type']
  if (typeof type === 'string') return type
  if (Array.isArray(type)) {
    const types = type.filter((item) => typeof item === 'string')
    if (types.includes('null') && depth >= MAX_DEPTH) return 'null'
    return types.find((item) => item !== 'null') ?? 'null'
  }
  if (schema['properties'] || schema['additionalProperties']) return 'object'
  if (schema['items'] || schema['prefixItems']) return 'array'
  if ('minimum' in schema || 'maximum' in schema) return 'number'
  return 'string'
}

/** The first option that is not null; null itself where the value is deep already. */
function choose(options: readonly JsonSchema[], { root, depth }: Context): JsonSchema {
  const resolved = options.map((option) =>
    typeof option['$ref'] === 'string'
      ? { ...resolve(option['$ref'], root), ...without(option, '$ref') }
      : option,
  )
  const nothing = resolved.find((option) => option['type'] === 'null' || option['const'] === null)
  if (nothing && depth >= MAX_DEPTH - 2) return nothing
  return resolved.find((option) => option !== nothing) ?? nothing ?? {}
}

function resolve(ref: string, root: JsonSchema): JsonSchema {
  let target: unknown = root
  for (const step of ref.replace(/^#\/?/, '').split('/').filter(Boolean)) {
    const key = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')
    target = isSchema(target) ? target[key] : undefined
  }
  return isSchema(target) ? target : {}
}

function mergeAll(base: JsonSchema, parts: readonly JsonSchema[], root: JsonSchema): JsonSchema {
  let merged: JsonSchema = base
  for (const part of parts) {
    const own =
      typeof part['$ref'] === 'string'
        ? { ...resolve(part['$ref'], root), ...without(part, '$ref') }
        : part
    const properties = { ...asRecord(merged['properties']), ...asRecord(own['properties']) }
    const required = [...asList(merged['required']), ...asList(own['required'])]
    merged = {
      ...merged,
      ...own,
      ...(Object.keys(properties).length > 0 ? { properties } : {}),
      ...(required.length > 0 ? { required } : {}),
    }
  }
  return merged
}

function fromEnum(options: readonly unknown[], text: string): unknown {
  const low = text.toLowerCase()
  return (
    options.find(
      (option) =>
        typeof option === 'string' &&
        option.length > 1 &&
        low.includes(option.toLowerCase().replaceAll('_', ' ')),
    ) ??
    options[0] ??
    null
  )
}

function fillObject(schema: JsonSchema, context: Context): unknown {
  const required = new Set(asList(schema['required']))
  const result: Record<string, unknown> = {}
  for (const [name, property] of Object.entries(asRecord(schema['properties']))) {
    if (!isSchema(property) || (context.depth >= MAX_DEPTH && !required.has(name))) continue
    result[name] = fill(property, name, context)
  }
  return result
}

function fillArray(schema: JsonSchema, name: string, context: Context): unknown {
  const tuple = schemas(schema['prefixItems'])
  // The text decides how many items there are, and each item is filled from its own part of it.
  const offered = context.depth >= MAX_DEPTH ? [] : hintFor(name, context.text).list
  const items = isSchema(schema['items']) ? schema['items'] : {}
  const least = Math.max(number(schema['minItems']) ?? 0, tuple.length)
  const most = number(schema['maxItems']) ?? Math.max(least, offered.length, tuple.length)
  const result: unknown[] = []
  const seen = new Set<string>()
  for (let index = 0; index < most && (index < offered.length || result.length < least); index++) {
    const filled = fill(tuple[index] ?? items, name, {
      ...context,
      text: offered[index] ?? context.text,
    })
    const unique =
      schema['uniqueItems'] === true && typeof filled === 'string' && seen.has(filled)
        ? `${filled} ${index + 1}`
        : filled
    seen.add(String(unique))
    result.push(unique)
  }
  return result
}

const FORMATS: Record<string, string> = {
  'date-time': '2026-01-01T00:00:00Z',
  date: '2026-01-01',
  time: '00:00:00Z',
  email: 'nobody@example.com',
  uri: 'https://example.com/',
  url: 'https://example.com/',
  uuid: '00000000-0000-4000-8000-000000000000',
  ipv4: '192.0.2.1',
  hostname: 'example.com',
}

function fillString(schema: JsonSchema, name: string, { text }: Context): string {
  const hint = hintFor(name, text)
  const format = typeof schema['format'] === 'string' ? schema['format'] : ''
  const pattern = typeof schema['pattern'] === 'string' ? new RegExp(schema['pattern'], 'u') : null
  const fallback = format in FORMATS ? (FORMATS[format] ?? '') : hint.text
  let value = hint.formats[format] ?? fallback
  if (pattern && !pattern.test(value))
    value =
      [...hint.words, fallback, 'a', 'A1', '0', '2026-01-01', 'en'].find((candidate) =>
        pattern.test(candidate),
      ) ?? value
  const least = number(schema['minLength']) ?? 0
  const most = number(schema['maxLength'])
  if (value.length < least) value = value.padEnd(least, value ? ` ${value}` : 'x')
  return most === undefined ? value : cut(value, most)
}

function fillNumber(schema: JsonSchema, name: string, { text }: Context, whole: boolean): number {
  const step = number(schema['multipleOf']) ?? (whole ? 1 : undefined)
  const above = number(schema['exclusiveMinimum'])
  const below = number(schema['exclusiveMaximum'])
  const edge = step ?? 1e-6
  const least = Math.max(
    number(schema['minimum']) ?? -Number.MAX_SAFE_INTEGER,
    above === undefined ? -Number.MAX_SAFE_INTEGER : above + edge,
  )
  const most = Math.min(
    number(schema['maximum']) ?? Number.MAX_SAFE_INTEGER,
    below === undefined ? Number.MAX_SAFE_INTEGER : below - edge,
  )
  const wished = hintFor(name, text).number
  const bounded = Math.min(most, Math.max(least, wished))
  if (step === undefined) return bounded
  const rounded = Math.round(bounded / step) * step
  return rounded < least
    ? Math.ceil(least / step) * step
    : rounded > most
      ? Math.floor(most / step) * step
      : rounded
}

const asRecord = (value: unknown): Record<string, unknown> => (isSchema(value) ? { ...value } : {})
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

function without(schema: JsonSchema, ...keys: string[]): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !keys.includes(key)))
}
