import { describe, expect, test } from 'bun:test'
import { arrowsOf, dependantsOf, withoutFeatures } from './arrow-table.ts'
import { orphans, ownFiles, type Sources } from './belongings.ts'
import { withoutEntries } from './list-entries.ts'
import { orderedDrops } from './migration.ts'
import { withHomePath, withoutRoutes } from './routes.ts'
import { withoutElements, withoutLinks, withoutScripts, withoutTimings } from './texts.ts'
import { withEntries, withoutDeclaration } from './unused.ts'

const isRemoved = (path: string) => path.startsWith('src/product/polls/')

describe('a list', () => {
  const without = (text: string) => withoutEntries('src/list.ts', text, isRemoved)

  test('loses the import and the entry, in whatever form it is written', () => {
    const imports = `import { jobs } from './product/games/feature.ts'\n`
    const removed = `import { polls } from './product/polls/feature.ts'\n`
    for (const [before, after] of [
      ['[\n  jobs,\n  polls,\n]', '[\n  jobs,\n]'],
      ['[polls, jobs]', '[jobs]'],
      ['[jobs, polls]', '[jobs]'],
      ['[polls]', '[]'],
      ['{ jobs, polls: polls }', '{ jobs }'],
      ["{\n  'the polls': polls,\n  jobs,\n}", '{\n  jobs,\n}'],
      ['[...polls, jobs]', '[jobs]'],
    ]) {
      const list = (entries?: string) => `export const list = ${entries}\n`
      expect(without(`${imports}${removed}\n${list(before)}`)).toBe(`${imports}\n${list(after)}`)
    }
    expect(without("import * as polls from '#/product/polls/x.ts'\n[polls]\n")).toBe('[]\n')
  })

  test('keeps a name that is used in another way, and other names that contain it', () => {
    const call = "import { polls } from './product/polls/x.ts'\nadd(\n  polls,\n)\n"
    expect(without(call)).toBe(call)
    const both =
      "import { polls } from './product/polls/x.ts'\n// All.\nconst all = [polls]\nstart(polls)\n"
    expect(without(both)).toBe(both)
    const other = "import { polls } from './product/polls/x.ts'\nconst all = [pollsOf, polls]\n"
    expect(without(other)).toBe('const all = [pollsOf]\n')
  })
})

test('routes go with the groups that they leave empty and the comments above them', () => {
  const kept = "  route('/jobs', [\n    index('product/games/routes/board.tsx'),\n"
  const end = '  ]),\n])\n'
  const map = `rootRoute('root.tsx', [
  route('/polls', [
    index('product/polls/routes/polls.tsx'),
    // A poll is shown alone.
    route('/$pollId', 'product/polls/routes/poll.tsx'),
  ]),
${kept}    route('/$jobId/polls', 'product/polls/routes/of-job.tsx'),\n${end}`
  expect(withoutRoutes(map, isRemoved)).toBe(`rootRoute('root.tsx', [\n${kept}${end}`)
})

test('the page at `/` is the next of its list', () => {
  const list = (files: string) => `const [start] = [${files}]\n`
  const [polls, own] = ["'product/polls/routes/x.tsx'", "'platform/start.tsx'"]
  expect(withoutRoutes(list(`${polls}, ${own}`), isRemoved)).toBe(list(own))
  expect(withoutRoutes(list(own), isRemoved)).toBe(list(own))
})

test('people begin at their account when their first page is removed', () => {
  const source = "export const homePath = '/polls'\n"
  expect(withHomePath(source, "route('/polls', [")).toBe(source)
  expect(withHomePath(source, "route('/polls/$pollId', [")).toContain("'/account'")
})

test('the arrow table tells who stands on a feature, and forgets it', () => {
  const table = `const product = {
  jobs: [],
  // Polls are about jobs.
  polls: ['jobs'],
  'poll-charts': ['jobs', 'polls'],
  reports: ['poll-charts'],
}
module.exports = {}
`
  expect(dependantsOf(['polls'], arrowsOf(table, 'product'))).toEqual(['poll-charts', 'reports'])
  expect(dependantsOf(['reports'], arrowsOf(table, 'product'))).toEqual([])
  expect(withoutFeatures(table, 'product', ['polls'])).toBe(`const product = {
  jobs: [],
  'poll-charts': ['jobs'],
  reports: ['poll-charts'],
}
module.exports = {}
`)
})

describe('files outside of the folder', () => {
  const sources: Sources = new Map(
    Object.entries({
      'e2e/job-polls.e2e.ts': [],
      'tests/polls.ts': ['src/product/polls/tables.ts'],
      'tests/count-polls.test.ts': ['tests/polls.ts'],
      'tests/polls-of-others.ts': ['src/product/games/tables.ts'],
      'tests/people.ts': ['src/product/polls/tables.ts'],
      'tests/random-votes.ts': [],
      'tests/bar.ts': [],
      'tests/bar.test.ts': ['tests/bar.ts'],
      'tests/row.ts': [],
      'src/ui/graph.tsx': [],
      'src/product/polls/chart.test.ts': ['tests/bar.ts', 'tests/row.ts', 'src/ui/graph.tsx'],
      'src/product/polls/a.test.ts': ['tests/random-votes.ts', 'tests/polls.ts'],
      'src/product/games/a.test.ts': ['tests/row.ts'],
    }).map(([file, imports]) => [file, { text: '', imports }]),
  )
  const files = [...sources.keys()]
  const own = ownFiles(files, sources, ['polls'], isRemoved)

  test('are its own by their name, and helpers only if they also import it', () => {
    expect([...own].toSorted()).toEqual([
      'e2e/job-polls.e2e.ts',
      'tests/count-polls.test.ts',
      'tests/polls.ts',
    ])
  })

  test('go with it when nothing else uses them, their tests too, but nothing of the kit', () => {
    const removed = new Set([...files.filter(isRemoved), ...own])
    expect([...orphans(sources, removed)].toSorted()).toEqual([
      'tests/bar.test.ts',
      'tests/bar.ts',
      'tests/random-votes.ts',
    ])
  })
})

test('a migration drops policies on other tables first, and never cascades', () => {
  const generated = [
    'ALTER TABLE "poll" DISABLE ROW LEVEL SECURITY;',
    'DROP POLICY "poll_owner" ON "poll" CASCADE;',
    'DROP TABLE "poll" CASCADE;',
    'DROP TABLE "vote" CASCADE;',
    'DROP POLICY "file_of_poll" ON "file" CASCADE;',
    'ALTER TABLE "job" DROP COLUMN "poll_id";',
  ].join('--> statement-breakpoint\n')
  expect(
    orderedDrops(generated, ['polls_of(uuid)'], ['audit_poll()']).split(
      '--> statement-breakpoint\n',
    ),
  ).toEqual([
    'DROP POLICY "file_of_poll" ON "file" CASCADE;',
    'DROP FUNCTION polls_of(uuid);',
    'DROP TABLE "poll", "vote";',
    'DROP FUNCTION audit_poll();',
    'ALTER TABLE "job" DROP COLUMN "poll_id";',
  ])
})

test('scripts and timings of removed files go, and what is left is JSON', () => {
  const isGone = (path: string) => path === 'proofs/polls.ts' || path === 'e2e/polls.e2e.ts'
  const scripts = {
    scripts: {
      dev: 'bun scripts/dev.ts',
      'proofs:polls': 'sh scripts/with-bun.sh proofs/polls.ts',
    },
  }
  expect(JSON.parse(withoutScripts(JSON.stringify(scripts, null, 2), isGone))).toEqual({
    scripts: { dev: 'bun scripts/dev.ts' },
  })
  const timings = { files: { 'jobs.e2e.ts': 5, 'polls.e2e.ts': 7 } }
  expect(JSON.parse(withoutTimings(JSON.stringify(timings, null, 2), 'e2e', isGone))).toEqual({
    files: { 'jobs.e2e.ts': 5 },
  })
})

test('an unused export goes with its comment and the imports that only it used', () => {
  const source = `import { a, b } from './a.ts'
import { c } from './c.ts'

export const kept = a

/** Counts. */
export function gone(
  x: number,
) {
  return b(c, x)
}

export const last = 1
`
  expect(withoutDeclaration(source, 'gone')).toBe(`import { a } from './a.ts'

export const kept = a

export const last = 1
`)
  expect(withoutDeclaration(source, 'absent')).toBe(source)
})

test('lines of a configuration that are only a path go with its folder', () => {
  const list = `{
  "entry": [
    "src/**/*.bench.ts",
    "src/product/polls/{a,b}.ts"
  ]
}
`
  expect(JSON.parse(withoutElements(list, ['src/product/polls/']))).toEqual({
    entry: ['src/**/*.bench.ts'],
  })
  expect(JSON.parse(withEntries(list, ['src/ui/graph.tsx']))).toEqual({
    entry: ['src/ui/graph.tsx', 'src/**/*.bench.ts', 'src/product/polls/{a,b}.ts'],
  })
})

test('rows of tables and links in documents go with the file that they name', () => {
  const isGone = (path: string) =>
    path === 'src/product/polls/limits.ts' || path === 'docs/polls.md'
  const kept = '| polls | `product/games/limits.ts` | votes |\n'
  const source = `- [Polls](polls.md): votes\n${kept}| a | \`votes\` in \`product/polls/limits.ts\` | b |\n`
  expect(withoutLinks(source, 'docs', isGone)).toBe(kept)
})
