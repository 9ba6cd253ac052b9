import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** The address patterns of all pages, from the route tree; what answers with no page is left out. */
export async function pagePatterns(): Promise<string[]> {
  const tree = await readFile(join(import.meta.dirname, '../src/routeTree.gen.ts'), 'utf8')
  const union = tree.match(/^ *to:([^\n]*(?:\n *\|[^\n]*)*)/m)?.[1] ?? ''
  return [...union.matchAll(/'([^']+)'/g)]
    .flatMap(([, pattern]) => pattern ?? [])
    .filter((pattern) => !/\.(txt|xml)$|^\/language\//.test(pattern))
}

const segmentsOf = (path: string) => path.split('/').filter(Boolean)

function belongsTo(path: string, pattern: string): boolean {
  const [given, wanted] = [segmentsOf(path), segmentsOf(pattern)]
  return (
    given.length === wanted.length &&
    wanted.every((segment, at) => segment.startsWith('$') || segment === given[at])
  )
}

/** The most exact pattern: `/jobs/new` is not a `/jobs/$jobId`. */
const patternOf = (path: string, patterns: string[]) =>
  patterns
    .filter((pattern) => belongsTo(path, pattern))
    .toSorted((one, other) => one.split('$').length - other.split('$').length)[0]

/**
 * Opens one page of each pattern that this person can reach: those without a parameter, and those
 * that their links lead to, all `under` a path. Returns the patterns that were seen.
 */
export async function eachPage(
  page: Page,
  visit: (path: string) => Promise<void>,
  { begin = [], under = '/' }: { begin?: string[]; under?: string } = {},
): Promise<Set<string>> {
  const patterns = await pagePatterns()
  const waiting = [...begin, ...patterns.filter((pattern) => !pattern.includes('$'))]
  const seen = new Set<string>()
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const pattern = patternOf(new URL(path, 'http://x').pathname, patterns)
    if (!pattern?.startsWith(under) || seen.has(pattern)) continue
    seen.add(pattern)
    await visit(path)
    const links = await page
      .locator('a[href^="/"]')
      .evaluateAll((anchors) => anchors.flatMap((anchor) => anchor.getAttribute('href') ?? []))
    waiting.push(...links)
  }
  return seen
}
