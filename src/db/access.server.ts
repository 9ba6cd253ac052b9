import { database } from './database.server.ts'
import type { Tx } from './connection.ts'

/** Who asks, and in which organisation (from the URL; the policies verify the membership). */
export type Actor = { userId: string | null; organizationId?: string | null }

export const visitor: Actor = { userId: null }

/**
 * Rows as this person may see and change them: a short transaction under the role app_user, with
 * row-level security. Never await a model, mail or storage call inside.
 */
export async function asUser<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  const connection = await database()
  return connection.transaction(
    {
      role: 'app_user',
      userId: actor.userId ?? '',
      organizationId: actor.organizationId ?? '',
      reason: '',
    },
    work,
  )
}

/** Every row, for work that has no user: webhooks, jobs, operations. Say why. */
export async function asSystem<T>(reason: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const connection = await database()
  return connection.transaction(
    { role: 'app_system', userId: '', organizationId: '', reason },
    work,
  )
}
