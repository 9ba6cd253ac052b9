/** The trail as it stands in the database, in the order of its chain. */
import { and, asc, eq, isNull } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { auditEvent } from '#/platform/audit/tables.ts'
import { checkChains } from '#/platform/audit/check-chains.server.ts'
import type { Person, Tenant } from './people.ts'

export const trailOf = (tenant: Tenant) =>
  asSystem('test: read a trail', (tx) =>
    tx
      .select()
      .from(auditEvent)
      .where(eq(auditEvent.organizationId, tenant.id))
      .orderBy(asc(auditEvent.sequence)),
  )

/** What the site's own chain says about this person. */
export const trailAbout = (person: Pick<Person, 'id'>) =>
  asSystem('test: read a trail', (tx) =>
    tx
      .select()
      .from(auditEvent)
      .where(and(isNull(auditEvent.organizationId), eq(auditEvent.subjectId, person.id)))
      .orderBy(asc(auditEvent.sequence)),
  )

export async function check(chain: string, anchors: Parameters<typeof checkChains>[0] = []) {
  for await (const checked of checkChains(anchors)) {
    if (checked.chain === chain) return checked
  }
  throw new Error(`no chain ${chain}`)
}
