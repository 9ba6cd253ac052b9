/**
 * A condition as Postgres prints it, without each of its parts in turn: `((a) AND (b OR c))` gives
 * true, `b OR c`, `a`, `a AND b`, `a AND c`; and roles that are asked for are not asked for any more.
 */
export function weakened(expression: string): { what: string; instead: string }[] {
  const found = [{ what: 'always', instead: 'true' }]
  for (const { what, instead } of withoutParts(expression.trim())) found.push({ what, instead })
  const roles = /current_organization_id\(VARIADIC ARRAY\[[^\]]*\]\)/g
  if (roles.test(expression)) {
    found.push({
      what: 'for any role',
      instead: expression.replaceAll(roles, 'current_organization_id()'),
    })
  }
  return found
}

function withoutParts(expression: string): { what: string; instead: string }[] {
  const bare = withoutParentheses(expression)
  for (const operator of ['OR', 'AND']) {
    const parts = split(bare, operator)
    if (parts.length === 1) continue
    const join = (some: string[]) => `(${some.join(` ${operator} `)})`
    return parts.flatMap((part, at) => [
      {
        what: `without ${part.replaceAll(/\s+/g, ' ')}`,
        instead: join(parts.filter((_, other) => other !== at)),
      },
      ...withoutParts(part).map(({ what, instead }) => ({
        what,
        instead: join(parts.with(at, instead)),
      })),
    ])
  }
  return []
}

/** One pair that encloses everything. */
function withoutParentheses(expression: string): string {
  if (!expression.startsWith('(')) return expression
  let depth = 0
  for (const [at, sign] of [...expression].entries()) {
    if (sign === '(') depth += 1
    if (sign === ')') depth -= 1
    if (depth === 0) return at === expression.length - 1 ? expression.slice(1, -1) : expression
  }
  return expression
}

/** At the operators that stand in no parentheses, no quotes, and no sub-select. */
function split(expression: string, operator: string): string[] {
  const parts: string[] = []
  let depth = 0
  let isQuoted = false
  let from = 0
  for (let at = 0; at < expression.length; at++) {
    const sign = expression[at]
    if (sign === "'") isQuoted = !isQuoted
    if (isQuoted) continue
    if (sign === '(') depth += 1
    if (sign === ')') depth -= 1
    if (depth === 0 && expression.startsWith(` ${operator} `, at)) {
      parts.push(expression.slice(from, at))
      from = at + operator.length + 2
    }
  }
  return [...parts, expression.slice(from)]
}
