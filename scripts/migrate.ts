/** `bun run migrate`: brings the database to this version, before a deployment; the server would too. */
import { env } from '#/env.server.ts'
import { UnsafeLoginError } from '#/db/check-logins.ts'
import { closeDatabase, database } from '#/db/database.server.ts'
import { SchemaVersionError } from '#/db/migrate.ts'

await database().catch((error: unknown) => {
  if (!(error instanceof SchemaVersionError || error instanceof UnsafeLoginError)) throw error
  console.error(error.message)
  process.exit(1)
})
await closeDatabase()
console.log(
  `The database of ${env.DATABASE_URL.startsWith('pglite:') ? 'this folder' : 'the server'} is up to date.`,
)
process.exit(0)
