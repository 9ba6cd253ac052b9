import type { Tx } from './connection.ts'
import { database } from './database.server.ts'
import { inTransaction } from './open-transaction.server.ts'

/**
 * Who asks, and in which organisation (from the URL; the policies verify the membership). Somebody
 * without an account who has asked a question is known by the id in their signed cookie.
 */
export type Actor = {
  userId: string | null
  organizationId?: string | null
  visitorId?: string | null
}

/** Somebody in one organisation, as the policies then verify. */
export type MemberActor = { userId: string; organizationId: string }

export const visitor: Actor = { userId: null }

/**
 * Rows as this person may see and change them: a short transaction under the role app_user, with
 * row-level security. Never await a model, mail or storage call inside.
 */
export async function asUser<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  const connection = await database()
  return inTransaction('asUser', () =>
    connection.transaction(
      {
        role: 'app_user',
        'request.user_id': actor.userId ?? '',
        'request.visitor_id': actor.visitorId ?? '',
        'request.org_id': actor.organizationId ?? '',
        'request.reason': '',
      },
      work,
    ),
  )
}

/** Every row, for work that has no user: webhooks, jobs, operations. Say why. */
export async function asSystem<T>(reason: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const connection = await database()
  return inTransaction(`asSystem(${reason})`, () =>
    connection.transaction(
      {
        role: 'app_system',
        'request.user_id': '',
        'request.visitor_id': '',
        'request.org_id': '',
        'request.reason': reason,
      },
      work,
    ),
  )
}
