import type { Actor } from '#/db/access.server.ts'
import { Refusal } from '#/rpc/refusal.ts'

/** Whoever asks: a person, or a visitor who is known by their signed cookie. */
export type Asker = Actor

/** What the rows of an asker carry, as the database's own current_owner_id() says it. */
export function ownerOf({ userId, visitorId }: Asker): string {
  if (userId) return userId
  if (!visitorId) throw new Refusal('UNAUTHORIZED')
  return ownerOfVisitor(visitorId)
}

export const ownerOfVisitor = (visitorId: string) => `visitor:${visitorId}`
