/**
 * Writes docs/isolation.md from the expectations, which the tests hold against what really happens:
 *
 *   bun tests/isolation/write-document.ts
 */
import { join } from 'node:path'
import { expectedProcedures } from './expected-procedures.ts'
import { expectedRoutes, openEnginePaths, routes } from './expected-routes.ts'
import { expectedTables } from './expected-tables.ts'
import { type Grid, parseGrid } from './grid.ts'
import { shownOnPurpose, toldOnPurpose } from './procedure-inputs.ts'
import { actorNames, askers } from './world.ts'

export const documentPath = join(import.meta.dirname, '../../docs/isolation.md')

const intro = `# Isolation

Who may do what with whose data, in full. This page is written from the expectations in \`tests/isolation/\`, and the tests there hold those against what really happens: each line was run, under the settings of each person, on the embedded database and on a Postgres server. What is not listed fails: a new table, a new column that may be written, a new procedure, route, kind of background job, or field that holds an id. Why it is so says [security.md](security.md).

There are two tenants. **A** hires: it has a draft, two published jobs and a closed one. **B** has nothing public, so nobody knows of it. Who they are:

| Name                 | Who                                                                         |
| -------------------- | --------------------------------------------------------------------------- |
| nobody, anonymous    | the app's role without any settings; over HTTP a request without a cookie   |
| visitor              | has no account, but a signed cookie, because they asked about a job of A    |
| stranger             | has an account, applied to B, and names A wherever an organisation is named |
| rival                | the owner of B, at work in B                                                |
| intruder             | the same person, naming A                                                   |
| both                 | a member of A and an owner of B, at work in B                               |
| removed              | was a member of A until a moment ago                                        |
| platform             | runs the site, and is a member of nothing                                   |
| candidate            | applied to A, and withdrew another application                              |
| member, admin, owner | of A, at work in A                                                          |

The first eight have no business with A: what they see is their own, public, or B's.

## Beside the tables below

- Each statement looks the membership up again: who is removed while their transaction is open is refused by its next statement (\`membership.test.ts\`).
- Statements without a condition are tried as well, because there the policy of the verb decides alone; they reach no row that the matrix does not show.
- Where something does not exist for whoever asks, the answer is the same bytes, headers included, as for an id that was never given out; and no row of either tenant has changed.
- Answers to those outside were searched for words that stand only in hidden rows.
- Fifty drafts more change no byte of search results, numbers, facets, the sitemap or the landing page; an invitation does not tell whether an address has an account; an expression that fails on a hidden row is not evaluated on it; a background job does nothing with ids that do not belong together (\`leaks.test.ts\`).

How long an answer takes is not measured.

## Add a table

1. \`tests/isolation/rows.ts\`: a row for each of those whose it can be, and what somebody might try to add. Without it nothing compiles.
2. \`bun test tests/isolation/tables.test.ts\` says that it is not expected. Write into \`expected-tables.ts\` what _should_ be; then see whether it is.
3. \`bun tests/isolation/write-document.ts\`.

## Add a procedure, or a route

1. \`tests/isolation/procedure-inputs.ts\`: what it is called with, made from a set of ids; \`foreign\` has an id of somebody else for each field. A route: \`observe-routes.ts\` and \`expected-routes.ts\`.
2. A line in \`expected-procedures.ts\`; \`bun test tests/isolation/procedures.test.ts\`.
3. \`bun tests/isolation/write-document.ts\`.
`

const tablesIntro = `## Tables

\`r\` the row is there for them · \`u\` they can change it · \`d\` they can delete it · \`x\` a change finds the row, but is refused · \`c\` they can add a row like this (lines with **+**) · \`·\` none of that. What a verb may touch is granted by column; a verb that is not granted is refused to everybody. A file that was handed in cannot be deleted by anybody, because the application points at it.
`

const proceduresIntro = `## Procedures

The status that each of them is answered, asking for what is A's (or the candidate's, who applied to A). **\\*** The answer differs from that for an id that was never given out: they learn that it is there. Without a star the two answers are the same bytes, or the procedure is asked for nothing of somebody's.

401 not signed in · 403 a member without the role · 404 it does not exist for them · 409, 410, 422 refused by a rule of the feature.
`

function markdown(head: readonly string[], lines: string[][]): string {
  const all = [[...head], ...lines]
  const widths = head.map((_, at) => Math.max(3, ...all.map((line) => line[at]?.length ?? 0)))
  const row = (cells: string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [row([...head]), rule, ...lines.map(row)].join('\n')
}

const gridTable = <Column extends string>(grid: Grid<Column>, columns: readonly Column[]) =>
  markdown(
    ['', ...columns],
    Object.entries(grid).map(([label, cells]) => [
      label.replace(/^\+ /, '**+** '),
      ...columns.map((column) => cells[column].replace(/^-$/, '·').replace('*', '\\*')),
    ]),
  )

function tableSection([name, { grants, grid, becomes = {} }]: [
  string,
  (typeof expectedTables)[keyof typeof expectedTables],
]) {
  const changes = Object.entries(becomes).flatMap(([column, byWho]) =>
    Object.entries(byWho).map(
      ([who, values]) =>
        `\`${column}\` can be made ${values.replaceAll(' ', ', ')} by ${who.replaceAll(' ', ', ')}.`,
    ),
  )
  const granted = grants === '' ? 'Nothing is granted to people.' : `Granted: ${grants}`
  const table = gridTable(parseGrid(grid, actorNames), actorNames)
  return [`### ${name}`, granted, table, ...changes].join('\n\n')
}

const listed = (reasons: Record<string, string>) =>
  Object.entries(reasons)
    .map(([what, why]) => `- \`${what}\`: ${why}`)
    .join('\n')

/** The page as it should be. */
export const isolationDocument = () =>
  [
    intro.trim(),
    tablesIntro.trim(),
    ...Object.entries(expectedTables).map(tableSection),
    proceduresIntro.trim(),
    gridTable(parseGrid(expectedProcedures, askers), askers),
    '### Told on purpose',
    'Where an id or a name of somebody else is answered otherwise than one that was never given out:',
    listed(toldOnPurpose),
    'Shown although it is hidden elsewhere:',
    listed(shownOnPurpose),
    '## Other routes',
    gridTable(parseGrid(expectedRoutes, askers), askers),
    listed(Object.fromEntries(Object.entries(routes).filter(([, why]) => why !== 'asked'))),
    `Of the auth engine these endpoints are open, and no other: ${openEnginePaths.map((one) => `\`${one}\``).join(', ')}.`,
  ].join('\n\n') + '\n'

if (import.meta.main) await Bun.write(documentPath, isolationDocument())
