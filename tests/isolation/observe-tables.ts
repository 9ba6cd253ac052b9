/**
 * What everybody can really do with the rows of a table: each statement is run under that person's
 * settings, in a savepoint that is rolled back.
 */
import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { asSystem, asUser } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import {
  attempt,
  happened,
  isRefusedByPolicy,
  type Outcome,
  reached,
  wasLetThrough,
} from './attempt.ts'
import { type Grid, rowOf } from './grid.ts'
import { rowsFor } from './expected-tables.ts'
import type { Row } from './feature-isolation.ts'
import { tables } from './schema-tables.ts'
import {
  choicesOf,
  columnsOf,
  type Granted,
  grantsOn,
  identifier,
  isThis,
  nameOf,
  valueOf,
  type Verb,
  writtenGrants,
} from './table-parts.ts'
import { type ActorName, actorNames, actors } from './world.ts'

export type Observed = {
  /** What app_user is granted: "select, update (status, updated_at)". */
  grants: string
  grid: Grid<ActorName>
  /** Column -> who -> what they can make of it, where that is not all that it may be. */
  becomes: Record<string, Record<string, string>>
  /** Rows that were reached without being seen, and refusals that are not what the grants say. */
  faults: string[]
}
type Looking = { tx: Tx; table: PgTable; granted: Granted; who: ActorName; seen: Observed }

/** Notes a refusal for want of a grant where there is one, and the other way round. */
function check({ granted, who, seen }: Looking, verb: Verb, outcome: Outcome): boolean {
  const isDenied = 'refused' in outcome && outcome.refused === 'grant'
  if (isDenied !== (granted[verb].length === 0)) {
    seen.faults.push(`${who} ${verb}: ${JSON.stringify(outcome)}`)
  }
  return happened(outcome)
}

function note({ who, seen }: Looking, label: string, letters: string) {
  seen.grid[label] ??= rowOf(actorNames, () => '')
  seen.grid[label][who] = letters || '-'
}

type Choices = Map<PgColumn, { accepted: Set<string>; refused: Set<string> }>

async function lookAtRows(looking: Looking, rows: Record<string, Row>) {
  const { tx, table, granted, seen, who } = looking
  const found = { update: 0, delete: 0 }
  const choices: Choices = new Map()
  for (const [label, row] of Object.entries(rows)) {
    const key = isThis(table, row)
    const reads = check(
      looking,
      'select',
      await attempt(tx, sql`select 1 from ${table} where ${key}`),
    )
    const { same, updates } = await change(looking, row, key, choices)
    const changes = updates ? 'u' : isRefusedByPolicy(same) ? 'x' : ''
    const deletion = await attempt(tx, sql`delete from ${table} where ${key}`)
    const deletes = check(looking, 'delete', deletion)
    if (reached(same)) found.update += 1
    if (reached(deletion)) found.delete += 1
    note(looking, label, `${reads ? 'r' : ''}${changes}${deletes ? 'd' : ''}`)
  }
  for (const [column, { accepted, refused }] of choices) {
    const isOneOfMany = column.enumValues !== undefined
    if (accepted.size === 0 || (isOneOfMany && refused.size === 0)) continue
    const known = (seen.becomes[nameOf(column)] ??= {})
    const inOrder = choicesOf(column).filter((choice) => accepted.has(choice))
    known[who] = isOneOfMany ? inOrder.join(' ') : 'another id'
  }
  // Without a condition nothing is read, so that the policy of the verb decides alone.
  const plain = granted.update.find(({ isUnique, primary }) => !isUnique && !primary)
  if (plain) {
    const value = Object.values(rows).map((row) => valueOf(row, plain))
    const constant = sql.param(value.find((given) => given !== undefined) ?? new Date(), plain)
    const all = await attempt(tx, sql`update ${table} set ${identifier(plain)} = ${constant}`)
    noteUnseen(looking, 'updates', all, found.update)
  }
  if (granted.delete.length > 0) {
    noteUnseen(looking, 'deletes', await attempt(tx, sql`delete from ${table}`), found.delete)
  }
}

function noteUnseen({ who, seen }: Looking, verb: string, outcome: Outcome, known: number) {
  const more = 'affected' in outcome ? outcome.affected > known : known === 0
  if (more) seen.faults.push(`${who} ${verb} what they do not see: ${JSON.stringify(outcome)}`)
}

/** To what it is, and to everything else that its columns could say. */
async function change(looking: Looking, row: Row, key: SQL, choices: Choices) {
  const { tx, table, granted } = looking
  const set = (column: PgColumn, value: SQL) =>
    attempt(tx, sql`update ${table} set ${identifier(column)} = ${value} where ${key}`)
  const [first] = granted.update.length > 0 ? granted.update : columnsOf(table)
  if (!first) throw new Error('a table has a column')
  const same = await set(first, identifier(first))
  const others: { column: PgColumn; choice: string; isAccepted: boolean }[] = []
  // What is not found is not found, whatever it should become.
  for (const column of reached(same) ? granted.update : []) {
    for (const choice of choicesOf(column)) {
      if (!column.enumValues && choice === valueOf(row, column)) continue
      const isAccepted = wasLetThrough(await set(column, sql`${choice}`))
      others.push({ column, choice, isAccepted })
    }
  }
  const updates = check(looking, 'update', same) || others.some(({ isAccepted }) => isAccepted)
  for (const { column, choice, isAccepted } of updates ? others : []) {
    const known = choices.get(column) ?? { accepted: new Set(), refused: new Set() }
    choices.set(column, known)
    known[isAccepted ? 'accepted' : 'refused'].add(choice)
  }
  return { same, updates }
}

async function addRows(looking: Looking, rows: Record<string, Row>) {
  const { tx, table } = looking
  for (const [label, row] of Object.entries(rows)) {
    const given = columnsOf(table).filter((column) => valueOf(row, column) !== undefined)
    const names = sql.join(given.map(identifier), sql`, `)
    const values = sql.join(
      given.map((column) => sql.param(valueOf(row, column), column)),
      sql`, `,
    )
    const outcome = await attempt(tx, sql`insert into ${table} (${names}) values (${values})`)
    check(looking, 'insert', outcome)
    note(looking, `+ ${label}`, wasLetThrough(outcome) ? 'c' : '')
  }
}

const undo = new Error('nothing of this is kept')

/** Of all tables, or of some. */
export async function observeTables(chosen = tables): Promise<Record<string, Observed>> {
  const looked = await asSystem('test: read the grants', async (tx) => {
    const all = []
    for (const { name, table, sqlName } of chosen) {
      const granted = await grantsOn(tx, table, sqlName)
      const grants = writtenGrants(granted, table)
      const seen: Observed = { grants, grid: {}, becomes: {}, faults: [] }
      all.push({ name, table, granted, seen })
    }
    return all
  })
  for (const who of actorNames) {
    await asUser(actors[who], async (tx) => {
      for (const { name, ...parts } of looked) {
        const { rows, adds } = rowsFor(name)
        await lookAtRows({ tx, who, ...parts }, rows)
        await addRows({ tx, who, ...parts }, adds())
      }
      throw undo
    }).catch((error: unknown) => {
      if (error !== undo) throw error
    })
  }
  return Object.fromEntries(looked.map(({ name, seen }) => [name, seen]))
}
