import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  customType,
  index,
  jsonb,
  pgPolicy,
  pgRole,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { appSystem, mayRead, myOrganization } from '#/db/schema/access.ts'
import { moment } from '#/db/schema/columns.ts'

/** The few fields that an event may show from before and after; never a secret, never free text. */
export type AuditedFields = Record<string, string | number | boolean | null>

/**
 * Owns the functions that write the trail, and nobody works under it: even the system adds an event
 * only through them, and has no way to change or remove one.
 */
const appAudit = pgRole('app_audit').existing()

const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

/**
 * Who did what, only ever added to, by the triggers on the tables that are audited
 * (migrations/0010_audit_trail.sql) in the transaction of the change. Ids instead of names, and no
 * foreign keys: the row stays as it is when a person or an organisation is deleted. Each row carries
 * the hash of the one before it in its chain; `bun run audit:check` follows them.
 */
export const auditEvent = pgTable(
  'audit_event',
  {
    id: uuid().primaryKey(),
    /** Whose chain: an organisation's, or the site's own when null. */
    organizationId: text(),
    /** 1, 2, 3, … without a gap in a chain. */
    sequence: bigint({ mode: 'number' }).notNull(),
    /** Null for what nobody signed in did: a webhook, a job, a link from a mail. */
    actorId: text(),
    /** The platform admin who acted as that person. */
    impersonatorId: text(),
    /** A noun and what became of it, `job.published`. The name outlives the feature that gave it. */
    action: text().notNull(),
    subjectType: text().notNull(),
    subjectId: text().notNull(),
    address: text(),
    userAgent: text(),
    /** Why the system worked, when it was the system: what asSystem() was told. */
    reason: text(),
    before: jsonb().$type<AuditedFields>(),
    after: jsonb().$type<AuditedFields>(),
    occurredAt: moment().notNull(),
    previousHash: bytes().notNull(),
    hash: bytes().notNull(),
  },
  (t) => [
    unique('audit_event_chain').on(t.organizationId, t.sequence).nullsNotDistinct(),
    index('audit_event_trail').on(t.organizationId, t.id),
    index('audit_event_actor').on(t.organizationId, t.actorId, t.id),
    check('audit_event_action', sql`"action" ~ '^[a-z_]{1,40}[.][a-z_]{1,40}$'`),
    mayRead('audit_event_managers', sql`${t.organizationId} = ${myOrganization('owner', 'admin')}`),
    pgPolicy('audit_event_system', { for: 'select', to: appSystem, using: sql`true` }),
    pgPolicy('audit_event_appended', { for: 'insert', to: appAudit, withCheck: sql`true` }),
  ],
)

/**
 * Where each chain ends, so that the loss of its last events shows as well. The row is also the lock
 * under which a chain grows.
 */
export const auditChain = pgTable(
  'audit_chain',
  {
    /** The organisation's id, or `site`. */
    chain: text().primaryKey(),
    sequence: bigint({ mode: 'number' }).notNull(),
    hash: bytes().notNull(),
  },
  () => [
    pgPolicy('audit_chain_system', { for: 'select', to: appSystem, using: sql`true` }),
    pgPolicy('audit_chain_seen', { for: 'select', to: appAudit, using: sql`true` }),
    pgPolicy('audit_chain_begins', { for: 'insert', to: appAudit, withCheck: sql`true` }),
    pgPolicy('audit_chain_grows', {
      for: 'update',
      to: appAudit,
      using: sql`true`,
      withCheck: sql`true`,
    }),
  ],
)
