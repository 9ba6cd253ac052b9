import { z } from 'zod'
import type { Connection } from './connection.ts'

/** The server must not run as it is configured; the message says why, and what to do. */
export class UnsafeLoginError extends Error {}

const login = z.object({
  name: z.string(),
  worksAs: z.string(),
  isSuperuser: z.boolean(),
  mayBypass: z.boolean(),
  mayCreateRoles: z.boolean(),
  mayReplicate: z.boolean(),
  ownsTables: z.boolean(),
  ownsDatabase: z.boolean(),
  ownsFunctions: z.boolean(),
  mayCreate: z.boolean(),
  serverRole: z.string().nullable(),
  maySystem: z.boolean(),
  mayWriteTrail: z.boolean(),
})

/** Of the login itself and of every role that it could become. */
const whoAmI = `
  select session_user as "name",
    current_user as "worksAs",
    bool_or(r.rolsuper) as "isSuperuser",
    bool_or(r.rolbypassrls) as "mayBypass",
    bool_or(r.rolcreaterole) as "mayCreateRoles",
    bool_or(r.rolreplication) as "mayReplicate",
    bool_or(exists (
      select from pg_class c
      where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    )) as "ownsTables",
    bool_or(exists (select from pg_database d where d.datdba = r.oid and d.datname = current_database())
      or exists (select from pg_namespace n where n.nspowner = r.oid and n.nspname = 'public')
    ) as "ownsDatabase",
    bool_or(exists (
      select from pg_proc p where p.proowner = r.oid and p.pronamespace = 'public'::regnamespace
    )) as "ownsFunctions",
    bool_or(has_schema_privilege(r.oid, 'public', 'CREATE')) as "mayCreate",
    min(r.rolname::text) filter (where r.rolname in (
      'pg_read_all_data', 'pg_write_all_data', 'pg_read_server_files', 'pg_write_server_files',
      'pg_execute_server_program')) as "serverRole",
    bool_or(r.rolname = 'app_system') as "maySystem",
    bool_or(r.rolname = 'app_audit') as "mayWriteTrail"
  from pg_roles r
  where pg_has_role(session_user, r.oid, 'MEMBER')`

const logins = 'scripts/create-logins.sh shows how to create logins that cannot.'

/**
 * Policies hold only for a login that cannot step out of them: a superuser, a role with BYPASSRLS,
 * an owner of tables (who may switch them off) or of what they are in (who may drop them), one that may
 * create roles, and one that reaches the files of the server or all tables are refused; so is a login
 * for people that may become the system although the system has one of its own. Throws
 * UnsafeLoginError. The embedded database has one session for all, and nothing to check.
 */
export async function checkLogins({ client }: Connection): Promise<void> {
  if (client.kind === 'pglite') return
  const [people, system] = await Promise.all(
    client.pools.map(async (pool) => login.parse((await pool.query(whoAmI)).rows[0])),
  )
  for (const { name, ...found } of [people, system].filter((one) => one !== undefined)) {
    const reason =
      (found.isSuperuser && 'is a superuser') ||
      (found.mayBypass && 'has BYPASSRLS') ||
      (found.ownsTables && 'owns the tables, or may become who does') ||
      (found.ownsDatabase && 'owns the database or its schema, or may become who does') ||
      (found.mayCreateRoles && 'may create roles') ||
      (found.mayReplicate && 'may replicate, and so read all that is written') ||
      (found.serverRole && `is a member of ${found.serverRole}`) ||
      (found.mayWriteTrail && 'may become app_audit, who writes the audit trail') ||
      (found.ownsFunctions && 'owns functions that the policies ask, or may become who does') ||
      (found.mayCreate &&
        'may put functions of its own beside ours (REVOKE CREATE ON SCHEMA public FROM PUBLIC)')
    if (!reason) continue
    throw new UnsafeLoginError(
      `The database login ${name} ${reason}: it could bypass row-level security, so the server does not start with it. Keep it for DATABASE_MIGRATION_URL, and set DATABASE_URL to a login that owns nothing. ${logins}`,
    )
  }
  for (const [one, role] of [
    [people, 'app_user'],
    [system, 'app_system'],
  ] as const) {
    if (!one || one.worksAs === role) continue
    throw new UnsafeLoginError(
      `A connection of the login ${one.name} works as ${one.worksAs} instead of ${role}, without the limits of time that it was given: take "options" out of the database's URL, and let a pooler pass that parameter on (PgBouncer must not ignore it).`,
    )
  }
  if (people && system && people.name !== system.name && people.maySystem) {
    throw new UnsafeLoginError(
      `The database login ${people.name} of DATABASE_URL may become app_system, so DATABASE_SYSTEM_URL protects nothing. Run as its administrator: REVOKE app_system FROM ${people.name}`,
    )
  }
}
