import { sql } from 'drizzle-orm'
import type { Tx } from '#/db/connection.ts'
import type { AuditedFields } from './tables.ts'

/**
 * Adds an event for what changes no row: who read or took something away. What changes rows is
 * recorded by the triggers on their tables. For asSystem() alone; who did it, and from where, is known
 * from the request.
 */
export async function recordAudit(
  tx: Tx,
  event: {
    /** Null for the site's own chain. */
    organizationId: string | null
    /** One of those that a feature has declared. */
    action: `${string}.${string}`
    subjectType: string
    subjectId: string
    after?: AuditedFields
  },
): Promise<void> {
  const after = event.after ? JSON.stringify(event.after) : null
  await tx.execute(
    sql`select record_audit(${event.organizationId}, ${event.action}, ${event.subjectType}, ${event.subjectId}, null, ${after}::jsonb)`,
  )
}
