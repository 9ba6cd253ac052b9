/** Loaded after the environment in a test run with a mutant of the database. */
import { database } from '#/db/database.server.ts'

const { MUTANT_SQL: statements } = process.env
const { client } = await database()
if (statements && client.kind === 'pglite') {
  await client.pglite.exec('reset role')
  await client.pglite.exec(statements)
  await client.pglite.exec('set role app_system')
}
