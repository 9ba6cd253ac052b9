import { sql, type SQL } from 'drizzle-orm'
import { pgPolicy, pgRole } from 'drizzle-orm/pg-core'

/**
 * The two roles that the app works under. Neither owns a table nor bypasses row-level security;
 * db/access.sql gives each exactly the verbs for which a policy exists.
 */
export const appUser = pgRole('app_user').existing()
export const appSystem = pgRole('app_system').existing()

/** Who asks, as set by asUser(); null for a visitor. A sub-select, so that it is evaluated once. */
export const me = sql`(select current_user_id())`

/** Whose conversations: the person, or a visitor known by a signed cookie; null for everybody else. */
export const owner = sql`(select current_owner_id())`

/**
 * The organisation that the request names, if the person is a member of it *now* (with one of the
 * roles, when given); null otherwise, which matches no row.
 */
export const myOrganization = (...roles: ('owner' | 'admin' | 'member')[]): SQL =>
  roles.length === 0
    ? sql`(select current_organization_id())`
    : sql.raw(`(select current_organization_id(${roles.map((role) => `'${role}'`).join(', ')}))`)

/** What has no user (the auth engine, webhooks, jobs) may work with every row. */
export const systemPolicy = (table: string) =>
  pgPolicy(`${table}_system`, {
    as: 'permissive',
    for: 'all',
    to: appSystem,
    using: sql`true`,
    withCheck: sql`true`,
  })

/** The same for what is only ever added to: not even the system changes or deletes a row. */
export const systemAddsOnly = (table: string) => [
  pgPolicy(`${table}_system_reads`, {
    as: 'permissive',
    for: 'select',
    to: appSystem,
    using: sql`true`,
  }),
  pgPolicy(`${table}_system_adds`, {
    as: 'permissive',
    for: 'insert',
    to: appSystem,
    withCheck: sql`true`,
  }),
]

const policy = (verb: 'select' | 'insert' | 'update' | 'delete') => ({
  as: 'permissive' as const,
  for: verb,
  to: appUser,
})

/** Which rows a person may see. */
export const mayRead = (name: string, rows: SQL) =>
  pgPolicy(name, { ...policy('select'), using: rows })

/** Which rows a person may add. */
export const mayInsert = (name: string, rows: SQL) =>
  pgPolicy(name, { ...policy('insert'), withCheck: rows })

/** Which rows a person may change, and what they may become (the same, unless said otherwise). */
export const mayUpdate = (name: string, rows: SQL, becoming: SQL = rows) =>
  pgPolicy(name, { ...policy('update'), using: rows, withCheck: becoming })

export const mayDelete = (name: string, rows: SQL) =>
  pgPolicy(name, { ...policy('delete'), using: rows })
