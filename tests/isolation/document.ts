/** docs/isolation.md, made from the expectations that the tests hold against what really happens. */
import { join } from 'node:path'
import { expectedProcedures } from './expected-procedures.ts'
import { expectedRoutes, harmlessRoutes, routeRequests } from './expected-routes.ts'
import { type ExpectedTable, expectedTables } from './expected-tables.ts'
import type { Grid } from './grid.ts'
import { isolations, openEnginePaths, shownOnPurpose, toldOnPurpose } from './isolations.ts'
import { procedureCalls } from './observe-procedures.ts'
import { actorNames, type Asker, askers } from './world.ts'

export const documentPath = join(import.meta.dirname, '../../docs/isolation.md')

const intro = `# Isolation

Who may do what with whose data, in full. This page is written from the expectations in the \`isolation.ts\` of each feature, and \`tests/isolation/\` holds those against what really happens: each line was run, under the settings of each person, on the embedded database and on a Postgres server. What is not listed fails: a new table, a new column that may be written, a new procedure, route, kind of background job, or field that holds an id. Why it is so says [security.md](security.md).

There are two tenants, **A** and **B**. B has nothing public, so nobody outside knows of it. Who they are:

| Name                 | Who                                                                       |
| -------------------- | ------------------------------------------------------------------------- |
| nobody, anonymous    | the app's role without any settings; over HTTP a request without a cookie |
| visitor              | has no account, but a signed cookie                                       |
| stranger             | has an account, and names A wherever an organisation is named             |
| rival                | the owner of B, at work in B                                              |
| intruder             | the same person, naming A                                                 |
| both                 | a member of A and an owner of B, at work in B                             |
| removed              | was a member of A until a moment ago                                      |
| platform             | runs the site, and is a member of nothing                                 |
| candidate            | has an account, and deals with A from outside                             |
| member, admin, owner | of A, at work in A                                                        |
`

const besides = `The first eight have no business with A: what they see is their own, public, or B's.

## Beside the tables below

- Each statement looks the membership up again: who is removed while their transaction is open is refused by its next statement (\`tests/isolation/membership.test.ts\`).
- Statements without a condition are tried as well, because there the policy of the verb decides alone; they reach no row that the matrix does not show.
- Where something does not exist for whoever asks, the answer is the same bytes, headers included, as for an id that was never given out; and no row of either tenant has changed.
- Answers to those outside were searched for words that stand only in hidden rows.
- Rows of all features about a person or an organisation leave together with them (\`tests/isolation/what-stays.test.ts\`).
- A background job does nothing with ids that do not belong together (\`tests/isolation/background-jobs.test.ts\`).`

const howTo = `How long an answer takes is not measured.

## Add a feature, a table, a procedure or a route

What is about a feature stands in its \`isolation.ts\` and leaves with its folder; \`tests/isolation/feature-isolation.ts\` explains each part.

1. A table: \`expectTable(…)\` with a row for each of those whose it can be, what somebody might try to add, and what _should_ be; \`bun test tests/isolation/tables.test.ts\` says whether it is.
2. A procedure: a call in \`expectProcedures(…)\`, which does not compile without it, and a line of the grid; \`foreign\` has an id of somebody else for each field. \`bun test tests/isolation/procedures.test.ts\`.
3. A route below \`/api\`: in \`routes\` with the reason why it leads to nobody's things, or with its requests and a line in \`routeGrid\`. A background job: in \`backgroundJobs\`.
4. Things of a feature that others build on: \`addToTable(…)\` and \`addToProcedures(…)\` in the feature that comes later. A policy that lets more people see a row of another feature widens its line with \`instead\`.
5. \`bun tests/isolation/write-document.ts\`.
`

const tablesIntro = `## Tables

\`r\` the row is there for them · \`u\` they can change it · \`d\` they can delete it · \`x\` a change finds the row, but is refused · \`c\` they can add a row like this (lines with **+**) · \`·\` none of that. What a verb may touch is granted by column; a verb that is not granted is refused to everybody.
`

const proceduresIntro = `## Procedures

The status that each of them is answered, asking for what is A's (or the candidate's). **\\*** The answer differs from that for an id that was never given out: they learn that it is there. Without a star the two answers are the same bytes, or the procedure is asked for nothing of somebody's.

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

function tableSection([name, { grants, grid, becomes = {} }]: [string, ExpectedTable]) {
  const changes = Object.entries(becomes).flatMap(([column, byWho]) =>
    Object.entries(byWho).map(
      ([who, values]) =>
        `\`${column}\` can be made ${values.replaceAll(' ', ', ')} by ${who.replaceAll(' ', ', ')}.`,
    ),
  )
  const granted = grants === '' ? 'Nothing is granted to people.' : `Granted: ${grants}`
  const table = gridTable(grid, actorNames)
  return [`### ${name}`, granted, table, ...changes].join('\n\n')
}

/** The lines as their questions follow each other. */
const inOrder = (grid: Grid<Asker>, questions: { label: string }[]): Grid<Asker> =>
  Object.fromEntries(questions.flatMap(({ label }) => (grid[label] ? [[label, grid[label]]] : [])))

const listed = (reasons: Record<string, string>) =>
  Object.entries(reasons)
    .map(([what, why]) => `- \`${what}\`: ${why}`)
    .join('\n')

/** The page as it should be. */
export const isolationDocument = () =>
  [
    intro.trim(),
    isolations.flatMap(({ world }) => (world ? `- ${world}` : [])).join('\n'),
    [besides, ...isolations.flatMap(({ provenBesides = [] }) => provenBesides)].join('\n- '),
    howTo.trim(),
    tablesIntro.trim(),
    ...Object.entries(expectedTables).map(tableSection),
    proceduresIntro.trim(),
    gridTable(inOrder(expectedProcedures, procedureCalls), askers),
    '### Told on purpose',
    'Where an id or a name of somebody else is answered otherwise than one that was never given out:',
    listed(toldOnPurpose),
    'Shown although it is hidden elsewhere:',
    listed(shownOnPurpose),
    '## Other routes',
    gridTable(inOrder(expectedRoutes, routeRequests), askers),
    listed(harmlessRoutes),
    `Of the auth engine these endpoints are open, and no other: ${openEnginePaths.map((one) => `\`${one}\``).join(', ')}.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n') + '\n'
