import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { asSystem } from '#/db/access.server.ts'
import { auditChain, auditEvent } from './tables.ts'
import { firstHash, type HashedEvent, hashOf } from './audit-hash.ts'

/** Where a chain was at some moment, kept outside of the database. */
export type Anchor = { chain: string; sequence: number; hash: string }

export type Problem = {
  /** The first event that is not as it was written, or the place where it should be. */
  sequence: number
  what: 'missing' | 'altered' | 'inserted' | 'cut off' | 'anchor' | 'no head' | 'no chain'
  detail: string
}
export type CheckedChain = {
  /** The organisation's id, or `site`. */
  chain: string
  events: number
  hash: string
  problem: Problem | null
}

export const siteChain = 'site'
const pageSize = 1_000
const reason = 'audit: follow the chains'

/**
 * Follows every chain from its first event, one page at a time, and says of each where it breaks
 * first. It hashes the events itself and compares the end with what was kept apart, here and in the
 * anchors: what was taken away, changed, put in between or written anew shows.
 */
export async function* checkChains(anchors: Anchor[] = []): AsyncGenerator<CheckedChain> {
  for (const chain of await chainsThatShouldBe(anchors)) {
    yield await checkChain(
      chain,
      anchors.filter((anchor) => anchor.chain === chain),
    )
  }
}

/** Those that have a head or events, that began according to the site's own chain, or are anchored. */
async function chainsThatShouldBe(anchors: Anchor[]): Promise<Set<string>> {
  const found = await asSystem(reason, (tx) =>
    tx
      .select({ chain: auditChain.chain })
      .from(auditChain)
      .union(
        tx
          .select({ chain: auditEvent.subjectId })
          .from(auditEvent)
          .where(
            and(isNull(auditEvent.organizationId), eq(auditEvent.action, 'audit.chain_started')),
          ),
      )
      // One step through the index for each organisation, however many events it has.
      .union(
        tx.select({ chain: sql<string>`org` }).from(
          sql`(with recursive seen as (
            (select min(organization_id) as org from ${auditEvent})
            union all
            select (select min(e.organization_id) from ${auditEvent} e where e.organization_id > seen.org)
            from seen where seen.org is not null
          ) select org from seen where org is not null) as chains`,
        ),
      ),
  )
  const chains = new Set([siteChain, ...found.map(({ chain }) => chain)])
  for (const { chain } of anchors) chains.add(chain)
  return chains
}

async function checkChain(chain: string, anchors: Anchor[]): Promise<CheckedChain> {
  let last = { sequence: 0, hash: firstHash }
  const result = (problem: Problem | null) => ({
    chain,
    events: last.sequence,
    hash: last.hash,
    problem,
  })
  for (;;) {
    const { head, events } = await readPage(chain, last.sequence)
    for (const event of events) {
      const problem = compare(event, last) ?? compareAnchors(event, anchors)
      if (problem) return result(problem)
      last = { sequence: Number(event.sequence), hash: event.hash }
    }
    // The head was read after all these events and before nothing more was found, so that what is
    // added meanwhile does not confuse.
    if (events.length === 0) return result(compareEnd(last, head) ?? missingAnchor(last, anchors))
  }
}

function compare(event: HashedEvent, last: { sequence: number; hash: string }): Problem | null {
  const expected = last.sequence + 1
  const sequence = Number(event.sequence)
  if (sequence > expected) {
    const detail = `event ${expected} is missing; the next one is ${sequence}`
    return { sequence: expected, what: 'missing', detail }
  }
  if (sequence < expected) {
    return { sequence, what: 'inserted', detail: `a second event ${sequence}` }
  }
  if (event.previousHash !== last.hash) {
    const detail = `it follows ${event.previousHash}, but the event before it is ${last.hash}`
    return { sequence, what: 'inserted', detail }
  }
  const hash = hashOf(event)
  if (hash === event.hash) return null
  const detail = `what it says has the hash ${hash}, but it was written with ${event.hash}`
  return { sequence, what: 'altered', detail }
}

function compareAnchors(event: HashedEvent, anchors: Anchor[]): Problem | null {
  const sequence = Number(event.sequence)
  const differs = anchors.find((a) => a.sequence === sequence && a.hash !== event.hash)
  if (!differs) return null
  const detail = `the anchor says ${differs.hash}: the chain was written anew`
  return { sequence, what: 'anchor', detail }
}

type Place = { sequence: number; hash: string }

function compareEnd(last: Place, head: Place | null): Problem | null {
  if (!head) {
    if (last.sequence === 0)
      return { sequence: 1, what: 'no chain', detail: 'all of it is missing' }
    return { sequence: last.sequence, what: 'no head', detail: 'where it ends is not written down' }
  }
  if (head.sequence === last.sequence && head.hash === last.hash) return null
  const detail = `it ends with ${head.sequence} (${head.hash}), the last event found is ${last.sequence} (${last.hash})`
  return { sequence: last.sequence + 1, what: 'cut off', detail }
}

function missingAnchor(last: Place, anchors: Anchor[]): Problem | null {
  const beyond = anchors.find(({ sequence }) => sequence > last.sequence)
  if (!beyond) return null
  const detail = `there is an anchor at ${beyond.sequence}, but the chain ends with ${last.sequence}`
  return { sequence: last.sequence + 1, what: 'anchor', detail }
}

const hex = (column: AnyPgColumn) => sql<string>`encode(${column}, 'hex')`

const textual = {
  organizationId: auditEvent.organizationId,
  sequence: sql<string>`${auditEvent.sequence}::text`,
  id: sql<string>`${auditEvent.id}::text`,
  occurredAt: sql<string>`(extract(epoch from ${auditEvent.occurredAt}) * 1000000)::bigint::text`,
  actorId: auditEvent.actorId,
  impersonatorId: auditEvent.impersonatorId,
  action: auditEvent.action,
  subjectType: auditEvent.subjectType,
  subjectId: auditEvent.subjectId,
  address: auditEvent.address,
  userAgent: auditEvent.userAgent,
  reason: auditEvent.reason,
  before: sql<string | null>`${auditEvent.before}::text`,
  after: sql<string | null>`${auditEvent.after}::text`,
  previousHash: hex(auditEvent.previousHash),
  hash: hex(auditEvent.hash),
}

/** The head first: an event that is in it is also there. */
const readPage = (chain: string, after: number) =>
  asSystem(reason, async (tx) => {
    const [head] = await tx
      .select({ sequence: auditChain.sequence, hash: hex(auditChain.hash) })
      .from(auditChain)
      .where(eq(auditChain.chain, chain))
    const events: HashedEvent[] = await tx
      .select(textual)
      .from(auditEvent)
      .where(
        and(
          chain === siteChain
            ? isNull(auditEvent.organizationId)
            : eq(auditEvent.organizationId, chain),
          gt(auditEvent.sequence, after),
        ),
      )
      .orderBy(asc(auditEvent.sequence))
      .limit(pageSize)
    return { head: head ?? null, events }
  })
