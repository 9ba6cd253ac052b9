import { and, desc, eq, lt, type SQL } from 'drizzle-orm'
import { countAttempt } from '#/auth/rate-limit.server.ts'
import { highestRole } from '#/auth/permissions.ts'
import { asSystem, asUser } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { auditEvent } from './tables.ts'
import { member, organization } from '#/db/schema/organizations.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { exportLimit, type TrailFilter } from './contract.ts'
import { csvLine } from './csv.ts'
import { findNames } from './find-names.server.ts'
import { conditions, type StoredEvent, toShown } from './read-trail.server.ts'
import { recordAudit } from './record-audit.server.ts'

type Reader = { id: string; isPlatformAdmin: boolean }

const pageSize = 500
const limit = { max: 10, windowSeconds: 10 * 60 }

/**
 * The trail of an organisation, or of the whole site when none is named, line by line. Throws
 * NOT_FOUND to whom it does not exist, FORBIDDEN to a member who does not run the organisation, and
 * RATE_LIMITED. That it was taken away is recorded before the first line is.
 */
export async function exportTrail(
  reader: Reader,
  slug: string | null,
  filter: TrailFilter,
): Promise<AsyncGenerator<string>> {
  const organizationId = slug === null ? null : await organizationOf(reader, slug)
  if (organizationId === null && !reader.isPlatformAdmin) throw new Refusal('NOT_FOUND')
  const { allowed, retryAfterSeconds } = await countAttempt(`audit-export:${reader.id}`, limit)
  if (!allowed) throw new Refusal('RATE_LIMITED', { retryAfterSeconds })
  await asSystem('audit: a trail is exported', (tx) =>
    recordAudit(tx, {
      organizationId,
      action: 'audit.exported',
      subjectType: organizationId ? 'organization' : 'site',
      subjectId: organizationId ?? 'site',
      after: {
        group: filter.group ?? null,
        person: filter.person ?? null,
        from: filter.from ?? null,
        until: filter.until ?? null,
      },
    }),
  )
  return lines((older) =>
    organizationId === null
      ? asSystem('admin: export the audit trail', (tx) =>
          pageOf(tx, and(...conditions(filter, true), older)),
        )
      : asUser({ userId: reader.id, organizationId }, (tx) =>
          pageOf(
            tx,
            and(eq(auditEvent.organizationId, organizationId), ...conditions(filter), older),
          ),
        ),
  )
}

async function organizationOf(reader: Reader, slug: string): Promise<string> {
  const [found] = await asUser({ userId: reader.id }, (tx) =>
    tx
      .select({ id: organization.id, role: member.role })
      .from(member)
      .innerJoin(organization, eq(organization.id, member.organizationId))
      .where(and(eq(organization.slug, slug), eq(member.userId, reader.id))),
  )
  if (!found) throw new Refusal('NOT_FOUND')
  if (highestRole(found.role) === 'member') throw new Refusal('FORBIDDEN')
  return found.id
}

const pageOf = (tx: Tx, condition: SQL | undefined): Promise<StoredEvent[]> =>
  tx.select().from(auditEvent).where(condition).orderBy(desc(auditEvent.id)).limit(pageSize)

const columns = [
  'chain',
  'sequence',
  'occurred_at',
  'action',
  'actor_id',
  'actor_name',
  'impersonator_id',
  'subject_type',
  'subject_id',
  'subject_name',
  'address',
  'user_agent',
  'reason',
  'before',
  'after',
  'hash',
]

/** Each page is a transaction of its own: whoever loses the right meanwhile gets no further one. */
async function* lines(readPage: (older: SQL | undefined) => Promise<StoredEvent[]>) {
  yield csvLine(columns)
  let last: string | undefined
  for (let written = 0; written < exportLimit; written += pageSize) {
    const events = await readPage(last ? lt(auditEvent.id, last) : undefined)
    if (events.length === 0) return
    const names = await findNames(events)
    for (const event of events) {
      const { actor, subject } = toShown(event, names)
      yield csvLine([
        event.organizationId ?? 'site',
        event.sequence,
        event.occurredAt,
        event.action,
        event.actorId,
        actor?.name ?? null,
        event.impersonatorId,
        event.subjectType,
        event.subjectId,
        subject.name,
        event.address,
        event.userAgent,
        event.reason,
        event.before && JSON.stringify(event.before),
        event.after && JSON.stringify(event.after),
        Buffer.from(event.hash).toString('hex'),
      ])
    }
    if (events.length < pageSize) return
    last = events.at(-1)?.id
  }
}
