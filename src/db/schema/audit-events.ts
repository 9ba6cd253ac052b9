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
import { appSystem, mayRead, myOrganization } from './access.ts'
import { moment } from './columns.ts'

/** What can stand in the trail. Those of a person or of the whole site are in the site's own chain. */
export const auditActions = [
  'organization.created',
  'organization.changed',
  'organization.deleted',
  'invitation.sent',
  'invitation.accepted',
  'invitation.declined',
  'invitation.cancelled',
  'member.added',
  'member.role_changed',
  'member.removed',
  'member.left',
  'job.created',
  'job.published',
  'job.unpublished',
  'job.closed',
  'job.deleted',
  'application.moved',
  'application.withdrawn',
  'application.deleted',
  'application.cv_read',
  'subscription.started',
  'subscription.changed',
  'subscription.cancelled',
  'subscription.restored',
  'subscription.ended',
  'account.created',
  'account.email_confirmed',
  'account.email_changed',
  'account.password_changed',
  'account.password_reset',
  'account.deleted',
  'session.started',
  'session.ended',
  'user.role_changed',
  'user.suspended',
  'user.restored',
  'impersonation.started',
  'impersonation.ended',
  'audit.chain_started',
  'audit.exported',
] as const
export type AuditAction = (typeof auditActions)[number]

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
    action: text({ enum: auditActions }).notNull(),
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
    check(
      'audit_event_action',
      sql.raw(`"action" in (${auditActions.map((action) => `'${action}'`).join(', ')})`),
    ),
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
