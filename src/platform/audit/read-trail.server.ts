import { and, eq, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import { asSystem, asUser, type MemberActor } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { newestFirst } from '#/db/newest-first.ts'
import { auditEvent } from './tables.ts'
import { nounsOf } from './actions.ts'
import type { Named, Trail, TrailFilter, TrailInput } from './contract.ts'
import { findNames, type Names } from './find-names.server.ts'

export type StoredEvent = typeof auditEvent.$inferSelect

const pageSize = 50
const dayLength = 24 * 60 * 60 * 1000

/** One page of what happened in an organisation; the policies show it to those who run it. */
export async function readTrail(actor: MemberActor, asked: TrailInput): Promise<Trail> {
  const isTenant = eq(auditEvent.organizationId, actor.organizationId)
  const { page, actorIds } = await asUser(actor, async (tx) => ({
    page: await readPage(tx, and(isTenant, ...conditions(asked)), asked),
    actorIds: await readActors(tx, actor.organizationId),
  }))
  const names = await findNames(page.events, actorIds)
  const people = actorIds.map((id) => ({ id, name: names.people.get(id) ?? null }))
  return { ...page, events: page.events.map((event) => toShown(event, names)), people }
}

/** The same of the whole site, for its admins. */
export async function readWholeTrail(asked: TrailInput): Promise<Trail> {
  const page = await asSystem('admin: read the audit trail', (tx) =>
    readPage(tx, and(...conditions(asked, true)), asked),
  )
  const names = await findNames(page.events, asked.person ? [asked.person] : [])
  const people = asked.person
    ? [{ id: asked.person, name: names.people.get(asked.person) ?? null }]
    : []
  return { ...page, events: page.events.map((event) => toShown(event, names)), people }
}

export function conditions(asked: TrailFilter, isWhole = false): (SQL | undefined)[] {
  const { group, person, from, until } = asked
  const did = person ? eq(auditEvent.actorId, person) : undefined
  return [
    group ? inArray(sql`split_part(${auditEvent.action}, '.', 1)`, nounsOf(group)) : undefined,
    person && isWhole
      ? or(did, eq(auditEvent.impersonatorId, person), eq(auditEvent.subjectId, person))
      : did,
    from ? gte(auditEvent.id, firstIdOf(Date.parse(from))) : undefined,
    until ? lt(auditEvent.id, firstIdOf(Date.parse(until) + dayLength)) : undefined,
  ]
}

/** The ids begin with their moment, so that the index by which they are read knows the time too. */
function firstIdOf(moment: number): string {
  const digits = Math.max(0, moment).toString(16).padStart(12, '0')
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-0000-0000-000000000000`
}

async function readPage(tx: Tx, condition: SQL | undefined, asked: TrailInput) {
  const page = newestFirst(auditEvent.id, asked, pageSize)
  const found = await tx
    .select()
    .from(auditEvent)
    .where(and(condition, page.where))
    .orderBy(page.order)
    .limit(page.limit)
  const { rows: events, ...beside } = page.of(found)
  return { events, ...beside }
}

/** One step through the index for each person, however much they did. */
async function readActors(tx: Tx, organizationId: string): Promise<string[]> {
  const ofTenant = eq(auditEvent.organizationId, organizationId)
  const rows = await tx.select({ id: sql<string>`actor_id` }).from(
    sql`(with recursive seen as (
        (select min(${auditEvent.actorId}) as actor_id from ${auditEvent} where ${ofTenant})
        union all
        select (select min(${auditEvent.actorId}) from ${auditEvent}
                where ${ofTenant} and ${auditEvent.actorId} > seen.actor_id)
        from seen where seen.actor_id is not null
      ) select actor_id from seen where actor_id is not null limit 200) as actors`,
  )
  return rows.map(({ id }) => id)
}

export function toShown(event: StoredEvent, names: Names) {
  const person = (id: string | null): Named | null =>
    id === null ? null : { id, name: names.people.get(id) ?? null }
  const { organizationId, subjectType, subjectId } = event
  return {
    id: event.id,
    sequence: event.sequence,
    occurredAt: event.occurredAt,
    action: event.action,
    actor: person(event.actorId),
    impersonator: person(event.impersonatorId),
    subject: { type: subjectType, id: subjectId, name: names.ofSubject(event) },
    organization:
      organizationId === null
        ? null
        : { id: organizationId, name: names.organizations.get(organizationId) ?? null },
    address: event.address,
    userAgent: event.userAgent,
    before: event.before,
    after: event.after,
  }
}
