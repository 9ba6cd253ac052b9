/** What only somebody with full access to the database server can do, for tests of what it then shows. */
import pg from 'pg'
import { env } from '#/env.server.ts'
import { database } from '#/db/database.server.ts'

const administrator = process.env.TEST_DATABASE_SUPERUSER_URL

/** A server whose administrator we do not know; scripts/servers.ts has one whom we know. */
export const isWithoutSuperuser = Boolean(process.env.TEST_DATABASE_URL) && !administrator

/** Runs the statements in one transaction, as a superuser. */
export async function asSuperuser(statements: string): Promise<void> {
  const { client } = await database()
  if (client.kind === 'pglite') {
    await client.pglite.transaction((tx) => tx.exec(`set local role none; ${statements}`))
    return
  }
  if (!administrator) throw new Error('TEST_DATABASE_SUPERUSER_URL is not set.')
  const url = new URL(administrator)
  url.pathname = new URL(env.DATABASE_URL).pathname
  const superuser = new pg.Client(url.href)
  await superuser.connect()
  try {
    await superuser.query(`begin; ${statements}; commit`)
  } finally {
    await superuser.end()
  }
}

/** Lets people make tables, types and functions of their own, as they can on many servers. */
export const allowTemporaryObjects = () =>
  asSuperuser(
    `do $$ begin execute format('grant temporary on database %I to app_user', current_database()); end $$`,
  )
