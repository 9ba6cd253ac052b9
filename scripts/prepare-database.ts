/**
 * Brings the embedded database to this version and fills an empty one with the sample data. Run by
 * `bun dev` beside the start of the app, which waits for the directory's lock, and of the local cloud.
 */
import { connectPglite } from '#/db/connection.ts'
import { closeDatabase } from '#/db/database.server.ts'
import { migratePglite } from '#/db/migrate.ts'
import { DatabaseInUseError } from '#/db/pglite.ts'
import { env } from '#/env.server.ts'
import { beginPreparation, endPreparation } from './begin-preparation.ts'
import { databaseTemplate } from './database-template.ts'
import { seed } from './seed.ts'

const directory = env.DATABASE_URL.match(/^pglite:(.+)/)?.[1]
const isNew = directory !== undefined && (await beginPreparation(directory))
if (isNew) {
  globalThis.appDatabase = connectPglite(directory, migratePglite, await databaseTemplate())
}
try {
  await seed()
} catch (error) {
  if (!(error instanceof DatabaseInUseError)) throw error
  console.error(error.message)
  process.exit(1)
}
if (isNew) await endPreparation(directory)
await closeDatabase()
process.exit(0)
