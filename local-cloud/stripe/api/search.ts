import { StripeError } from './stripe-error.ts'

interface Clause {
  negated: boolean
  field: string
  metadataKey: string | undefined
  operator: string
  value: string | null
}

const clausePattern =
  /^(-)?(?:metadata\[(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\]|([a-z_]+))\s*(:|~|>=|<=|>|<)\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(null)|(-?\d+))/

/**
 * Stripe's search query language: `email:"a@b.co" AND -metadata["key"]:"value"`.
 * AND and OR cannot be mixed. Source: https://docs.stripe.com/search#search-query-language
 */
export function matcher(
  query: string,
  fields: readonly string[],
): (object: Record<string, unknown>) => boolean {
  const clauses: Clause[] = []
  const joints = new Set<string>()
  let rest = query.trim()
  while (rest !== '') {
    const match = clausePattern.exec(rest)
    if (!match) throw unparsable(query)
    const [whole, minus, key, singleKey, field = 'metadata', operator = ':', ...values] = match
    if (field !== 'metadata' && !fields.includes(field)) {
      throw new StripeError(400, `Field \`${field}\` is an unsupported search field.`, {
        param: 'query',
      })
    }
    const [double, single, isNull, number] = values
    clauses.push({
      negated: minus === '-',
      field,
      metadataKey: unescape(key ?? singleKey),
      operator,
      value: isNull ? null : (unescape(double ?? single) ?? number ?? ''),
    })
    rest = rest.slice(whole.length)
    const joint = /^\s+(AND|OR)\s+|^\s+(?=\S)/i.exec(rest)
    if (rest !== '' && !joint) throw unparsable(query)
    if (joint) {
      joints.add((joint[1] ?? 'AND').toUpperCase())
      rest = rest.slice(joint[0].length)
      if (rest === '') throw unparsable(query)
    }
  }
  if (clauses.length === 0 || joints.size > 1) throw unparsable(query)
  return (object) =>
    joints.has('OR')
      ? clauses.some((clause) => holds(clause, object))
      : clauses.every((clause) => holds(clause, object))
}

function holds(clause: Clause, object: Record<string, unknown>): boolean {
  return matches(clause, valueOf(clause, object)) !== clause.negated
}

function matches({ operator, value }: Clause, actual: unknown): boolean {
  if (value === null) return actual === null || actual === undefined
  if (actual === null || actual === undefined) return false
  if (operator === '>') return Number(actual) > Number(value)
  if (operator === '>=') return Number(actual) >= Number(value)
  if (operator === '<') return Number(actual) < Number(value)
  if (operator === '<=') return Number(actual) <= Number(value)
  const text = (typeof actual === 'string' ? actual : JSON.stringify(actual)).toLowerCase()
  return operator === '~' ? text.includes(value.toLowerCase()) : text === value.toLowerCase()
}

function valueOf({ field, metadataKey }: Clause, object: Record<string, unknown>): unknown {
  const value = object[field]
  if (metadataKey === undefined) return value
  return value && typeof value === 'object'
    ? new Map(Object.entries(value)).get(metadataKey)
    : undefined
}

function unescape(text: string | undefined): string | undefined {
  return text?.replaceAll(/\\(.)/g, '$1')
}

function unparsable(query: string): StripeError {
  return new StripeError(
    400,
    `We were unable to parse your search query: ${query.slice(0, 200)}. Try using the format \`metadata["key"]:"value"\` or \`field:"value"\`.`,
    { param: 'query' },
  )
}
