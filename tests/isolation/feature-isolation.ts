/**
 * The part of the isolation matrix that a feature knows: its folder's isolation.ts exports it as
 * `isolation`, and isolations.ts finds it there. Deleting the folder deletes the expectations.
 *
 * A grid says who may do what. In a grid of a table:
 *
 *   r  the row is there for them   u  they can change it   d  they can delete it
 *   c  they can add a row like this ("+" lines)            -  nothing of all that
 *   x  a change is refused, because the row may not become anything else
 *
 * In a grid of procedures or routes stands the status of the answer. A star behind it: the answer
 * differs from that for an id that was never given out, so the asker learns that the thing is there.
 * 401 not signed in, 403 a member without the role, 404 it does not exist for them.
 */
import type { AnyContractProcedure, AnyContractRouter, InferSchemaInput } from '@orpc/contract'
import type { SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from '#/db/connection.ts'
import type { Given } from './given.ts'
import type { Asker } from './world.ts'

export type Row = Record<string, unknown>
/** Rows by a label that says whose they are; those to add are made for each attempt. */
type Rows<Inserted extends Row, Found extends Row = Inserted> = {
  rows: Record<string, Found>
  adds: () => Record<string, Inserted>
}

/** Exceptions to the rules of src/db/tenant-columns.test.ts, by the name in the catalogue. */
export type Structure = {
  /** Indexes that do not begin with the owner of the row, each with the reason. */
  otherIndexes?: Record<string, string>
  /** References that do not carry the owner of the row, each with the reason. */
  otherReferences?: Record<string, string>
  /** Keys of several columns, as Postgres writes them. */
  compositeKeys?: Record<string, string>
  /** No column names a tenant or a person. */
  hasNoOwner?: true
}

type Expected = {
  /** Verbs and columns of app_user: "select, update (status, updated_at)". */
  grants: string
  grid: string
  /** Column -> people -> values, where a change may make less of it than all; ids when at all. */
  becomes?: Record<string, Record<string, string>>
  /** Verbs that the audit trail records, or the reason why it records none. */
  recorded: ('INSERT' | 'UPDATE' | 'DELETE')[] | string
  structure?: Structure
}
export type TableIsolation = { table: PgTable } & Expected &
  Rows<Row> & { writtenByTriggers: boolean }

/**
 * A table of this feature, with rows for everybody whose a row can be. It is called in two steps, since
 * TypeScript would otherwise widen the literals in `adds` before it knows the table.
 */
export const expectTable =
  <Table extends PgTable>(table: Table) =>
  (expected: Rows<Table['$inferInsert']> & Expected): TableIsolation => ({
    table,
    ...expected,
    writtenByTriggers: false,
  })

/** Triggers write the rows of this table, so a few columns must find each of them. */
export const expectWrittenByTriggers =
  <Table extends PgTable>(table: Table) =>
  (
    expected: Rows<Table['$inferInsert'], Partial<Table['$inferInsert']>> & Expected,
  ): TableIsolation => ({ table, ...expected, writtenByTriggers: true })

export type TableAddition = {
  table: PgTable
  /** Rows that this feature adds, and their lines. */
  rows?: Record<string, Row>
  grid?: string
  /** Lines of others that this feature widens, because a policy of its own lets more people in. */
  instead?: string
}

/**
 * Rows and expectations in a table of another feature.
 *
 * @public
 */
export const addToTable = <Table extends PgTable>(
  table: Table,
  added: Omit<TableAddition, 'table'> & { rows?: Record<string, Table['$inferInsert']> },
): TableAddition => ({ table, ...added })

/**
 * Rows that many people write at the same time in proofs/isolation, each with a text that begins with
 * the nonce of its owner.
 */
export type InterleavedRows = {
  table: PgTable
  /** A visitor owns rows only where the table knows visitors. */
  of: 'tenant' | 'person' | 'person or visitor'
  id: PgColumn
  owner: PgColumn
  text: PgColumn
  row: (ownerId: string, id: string, text: string) => Row
  /** Finds the rows that are not public; all of them without it. */
  hidden?: SQL
  /** Columns that an owner may change; a change of other people's rows must find none. */
  change?: Row
  /** Makes what the rows point at, in the name of a tenant. */
  prepare?: (tx: Tx, tenant: { ownerId: string; nonce: string }) => Promise<unknown>
}

export const interleavedRows = <Table extends PgTable>(
  table: Table,
  rows: Omit<InterleavedRows, 'table' | 'row' | 'change'> & {
    row: (ownerId: string, id: string, text: string) => Table['$inferInsert']
    change?: Partial<Table['$inferInsert']>
  },
): InterleavedRows => ({ table, ...rows })

type Call<Input> = (given: Given, asker: Asker) => Input
/** A procedure that answers differently by its input has several calls, each with a label. */
type CallsOf<Procedure extends AnyContractProcedure> =
  | Call<InferSchemaInput<NonNullable<Procedure['~orpc']['inputSchema']>>>
  | Record<string, Call<InferSchemaInput<NonNullable<Procedure['~orpc']['inputSchema']>>>>
type Calls<Node> = Node extends AnyContractProcedure
  ? CallsOf<Node>
  : { [Name in keyof Node]: Calls<Node[Name]> }
type SomeCalls<Node> = Node extends AnyContractProcedure
  ? CallsOf<Node>
  : { [Name in keyof Node]?: SomeCalls<Node[Name]> }

/** A reason why the audit trail records nothing. */
export const ownThing = 'a person’s own thing, which nobody else may see or change'

/** Actions that the audit trail records of a procedure, or the reason why it records none. */
export type Recorded = Record<string, string[] | string>
export type ProcedureIsolation = {
  /** The name of the contract in the router. */
  name: string
  calls: object
  grid: string
  recorded: Recorded
}
type Expectations<Calls> = { calls: Calls; grid: string }

/** The procedures of this feature, typed by its contract: one that is missing does not compile. */
export const expectProcedures = <Contract extends AnyContractRouter>(
  name: string,
  { calls, grid, recorded = {} }: Expectations<Calls<Contract> & object> & { recorded?: Recorded },
): ProcedureIsolation => ({ name, calls, grid, recorded })

/**
 * Calls of another feature's procedures that are about things of this one.
 *
 * @public
 */
export const addToProcedures = <Contract extends AnyContractRouter>(
  name: string,
  { calls, grid }: Expectations<SomeCalls<Contract> & object>,
): ProcedureIsolation => ({ name, calls, grid, recorded: {} })

/** A request to a route below /api that leads to somebody's things. */
export type RouteRequest = {
  path: (given: Given) => string
  body?: unknown
  /** The trail records it, so that it does not only read. */
  isRecorded?: true
}
export type Route = `${'GET' | 'POST' | 'ALL'} /api/${string}`

export type FeatureIsolation = {
  /** Sentences for docs/isolation.md about the things of this feature in the world. */
  world?: string
  /** Sentences for docs/isolation.md about proofs beside the matrix. */
  provenBesides?: string[]
  tables?: TableIsolation[]
  tableAdditions?: TableAddition[]
  procedures?: ProcedureIsolation[]
  /** Each route with its requests by label, or with the reason why it leads to nobody's things. */
  routes?: Partial<Record<Route, string | Record<string, RouteRequest>>>
  routeGrid?: string
  /** Makes the things outside of the database that the routes lead to. */
  beforeRoutes?: () => Promise<void>
  /** Endpoints of the auth engine that can be called from outside; none takes the id of a tenant. */
  openEnginePaths?: string[]
  /**
   * For each field that holds an id, by its name or by that of procedure and field: an id of B or of
   * somebody else.
   */
  foreign?: Record<string, string | (() => Promise<{ real: string; absent: string }>)>
  /** Fields whose answer may tell that somebody else's thing is there, each with the reason. */
  toldOnPurpose?: Record<string, string>
  /** "asker procedure": answers that hold what is hidden elsewhere, each with the reason. */
  shownOnPurpose?: Record<string, string>
  /** Each kind of background job, run with ids that do not belong together; or why it cannot be. */
  backgroundJobs?: Record<string, (() => Promise<void>) | 'carries no ids' | 'carries one id'>
  /** Actions that the procedures of others cause in the audit trail because of this feature. */
  alsoRecorded?: Record<string, string[]>
  /** Actions that code writes into the audit trail, not a trigger. */
  recordedByCode?: string[]
  interleaved?: InterleavedRows[]
  /** Functions with the rights of their owner, each with the roles that may call it. */
  definerFunctions?: Record<string, ('app_user' | 'app_system' | 'app_audit')[]>
  /** Tests in this folder that notice weakened access where the matrix does not, for proofs/mutants. */
  accessTests?: string[]
  /** Mutants that change nothing which anybody could observe, each with the reason. */
  equivalentMutants?: Record<string, string>
  /** Parameters in the addresses of pages and routes, each with a value that leads to something. */
  addresses?: Record<string, string>
}

const defined = new WeakSet<object>()

export function defineIsolation(isolation: FeatureIsolation): FeatureIsolation {
  defined.add(isolation)
  return isolation
}

export const isIsolation = (value: unknown): value is FeatureIsolation =>
  typeof value === 'object' && value !== null && defined.has(value)
