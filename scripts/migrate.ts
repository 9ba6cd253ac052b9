/** `bun run migrate`: brings the database to this version, before a deployment; the server would too. */
import { env } from '#/env.server.ts'
import { closeDatabase, database } from '#/db/database.server.ts'

await database()
await closeDatabase()
console.log(
  `The database of ${env.DATABASE_URL.startsWith('pglite:') ? 'this folder' : 'the server'} is up to date.`,
)
process.exit(0)
