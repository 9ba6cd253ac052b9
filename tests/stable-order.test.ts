/** Rows that are equal in an order come in any; a list then differs from one look to the next. */
import { expect, test } from 'bun:test'
import { join } from 'node:path'

const src = join(import.meta.dirname, '../src')
/** Ends in what no two rows share, or in an order that is written down in one place. */
const isTotal =
  /(\b|\.)(id|sequence|order|orders\b.*|mailId|eventId|stripeCustomerId)\)?\]?\s*,?\s*$/i

test('every order ends in what no two rows share', async () => {
  const loose: string[] = []
  let found = 0
  for (const file of new Bun.Glob('**/*.server.ts').scanSync(src)) {
    const source = await Bun.file(join(src, file)).text()
    for (const { index } of source.matchAll(/\.orderBy\(/g)) {
      const order = argumentsAt(source, index + '.orderBy('.length)
      found += 1
      if (!isTotal.test(order)) loose.push(`${file}: ${order}`)
    }
  }
  expect(loose).toEqual([])
  expect(found).toBeGreaterThan(10)
})

/** What stands between the bracket that was opened before `start` and the one that closes it. */
function argumentsAt(source: string, start: number): string {
  let depth = 1
  let at = start
  for (; depth > 0 && at < source.length; at += 1) {
    if (source[at] === '(') depth += 1
    if (source[at] === ')') depth -= 1
  }
  return source.slice(start, at - 1)
}
