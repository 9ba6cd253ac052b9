/** An event as its chain sees it: every column in the words of Postgres, so that the bytes are the same. */
export type HashedEvent = {
  organizationId: string | null
  sequence: string
  id: string
  /** Microseconds since 1970. */
  occurredAt: string
  actorId: string | null
  impersonatorId: string | null
  action: string
  subjectType: string
  subjectId: string
  address: string | null
  userAgent: string | null
  reason: string | null
  before: string | null
  after: string | null
  /** Both as hexadecimal digits. */
  previousHash: string
  hash: string
}

/** Its length before each field, so that no two events read the same; a minus for what is absent. */
const field = (value: string | null) =>
  value === null ? '-,' : `${Buffer.byteLength(value)}:${value},`

/**
 * What the hash of an event must be: the same as audit_event_hash() in the database, said once more,
 * because whoever could change the rows could change that function too.
 */
export function hashOf(event: HashedEvent): string {
  const fields = [
    event.organizationId,
    event.sequence,
    event.id,
    event.occurredAt,
    event.actorId,
    event.impersonatorId,
    event.action,
    event.subjectType,
    event.subjectId,
    event.address,
    event.userAgent,
    event.reason,
    event.before,
    event.after,
  ]
  return new Bun.CryptoHasher('sha256')
    .update(Buffer.from(event.previousHash, 'hex'))
    .update(fields.map(field).join(''))
    .digest('hex')
}

/** Before the first event of a chain. */
export const firstHash = '0'.repeat(64)
