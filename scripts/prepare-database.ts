/**
 * Brings the embedded database to this version and fills an empty one with the sample data. Run by
 * `bun dev` beside the start of the app, which waits for the directory's lock.
 */
import { access } from 'node:fs/promises'
import { connectPglite } from '#/db/connection.ts'
import { closeDatabase } from '#/db/database.server.ts'
import { migratePglite } from '#/db/migrate.ts'
import { DatabaseInUseError } from '#/db/pglite.ts'
import { env } from '#/env.server.ts'
import { databaseTemplate } from './database-template.ts'
import { seed } from './seed.ts'

if (env.DATABASE_URL.startsWith('pglite:')) {
  const directory = env.DATABASE_URL.slice('pglite:'.length)
  const isNew = await access(directory).then(
    () => false,
    () => true,
  )
  if (isNew)
    globalThis.loamDatabase = connectPglite(directory, migratePglite, await databaseTemplate())
}
try {
  await seed()
} catch (error) {
  if (!(error instanceof DatabaseInUseError)) throw error
  console.error(error.message)
  process.exit(1)
}
await closeDatabase()
process.exit(0)
