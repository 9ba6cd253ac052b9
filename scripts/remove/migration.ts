/** The migration that drops the tables of removed features. */
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { $ } from 'bun'
import { migratePglite } from '#/db/migrate.ts'
import { root } from './repository.ts'

const folder = join(root, 'src/db/migrations')

/**
 * Writes the migration, tries it on a database of the version before, and returns its name; undefined
 * when no table has changed. `functions` are the database functions that go too.
 */
export async function writeMigration(
  name: string,
  functions: string[],
): Promise<string | undefined> {
  const sqlFiles = () => Array.fromAsync(new Bun.Glob('*.sql').scan(folder))
  const database = await PGlite.create()
  try {
    await migratePglite(database)
    const signatures = await signaturesOf(database, functions)
    const before = await sqlFiles()
    await $`${process.execPath} --bun node_modules/.bin/drizzle-kit generate --name ${name}`
      .cwd(root)
      .quiet()
    const written = (await sqlFiles()).find((file) => !before.includes(file))
    if (written === undefined) return undefined
    const file = Bun.file(join(folder, written))
    const sql = await file.text()
    const ofTriggers = await triggerFunctionsOf(database, droppedTables(sql))
    await file.write(orderedDrops(sql, signatures, ofTriggers))
    await migratePglite(database)
    return written
  } finally {
    await database.close()
  }
}

async function signaturesOf(database: PGlite, functions: string[]): Promise<string[]> {
  const { rows } = await database.query<{ signature: string }>(
    `select oid::regprocedure::text as signature from pg_proc
     where pronamespace = 'public'::regnamespace and proname = any ($1)`,
    [functions],
  )
  return rows.map(({ signature }) => signature)
}

const droppedTables = (sql: string) =>
  [...sql.matchAll(/^DROP TABLE "(\w+)" CASCADE;/gm)].flatMap(([, table]) => table ?? [])

/** The functions of triggers on these tables that are named after one of them, and so serve no other. */
async function triggerFunctionsOf(database: PGlite, tables: string[]): Promise<string[]> {
  const { rows } = await database.query<{ signature: string }>(
    `select distinct p.oid::regprocedure::text as signature
     from pg_trigger t join pg_proc p on p.oid = t.tgfoid join pg_class c on c.oid = t.tgrelid
     where not t.tgisinternal and c.relname = any ($1) and p.proname like '%' || c.relname || '%'`,
    [tables],
  )
  return rows.map(({ signature }) => signature)
}

/**
 * Policies on other tables go before the tables that they ask. All tables go in one statement, which takes
 * the foreign keys among them along. Without CASCADE it fails if something else depends on one of them:
 * a policy of the platform would otherwise vanish with a table of the product.
 */
export function orderedDrops(
  sql: string,
  functions: string[] = [],
  triggerFunctions: string[] = [],
): string {
  const statements = sql
    .split(/--> statement-breakpoint\n?/)
    .map((statement) => statement.trim())
    .filter(Boolean)
  const tableIn = (statement: string) => statement.match(/^DROP TABLE ("\w+") CASCADE;$/)?.[1]
  const tables = statements.flatMap((statement) => tableIn(statement) ?? [])
  const goesWithItsTable = (statement: string) =>
    tables.some((table) =>
      new RegExp(`^(DROP TABLE|DROP POLICY .* ON|ALTER TABLE) ${table} `).test(statement),
    )
  const others = statements.filter((statement) => !goesWithItsTable(statement))
  const isPolicy = (statement: string) => statement.startsWith('DROP POLICY')
  return [
    ...others.filter(isPolicy),
    ...functions.map((signature) => `DROP FUNCTION ${signature};`),
    ...(tables.length > 0 ? [`DROP TABLE ${tables.join(', ')};`] : []),
    ...triggerFunctions.map((signature) => `DROP FUNCTION ${signature};`),
    ...others.filter((statement) => !isPolicy(statement)),
  ].join('--> statement-breakpoint\n')
}
