import { AsyncLocalStorage } from 'node:async_hooks'

/** For whom and from where the work of a request is done, for the audit trail alone. */
export type RequestOrigin = {
  actorId: string | null
  /** The platform admin who acts as that person. */
  impersonatorId: string | null
  address: string | null
  userAgent: string | null
}

declare global {
  // One for the listener's bundle, the server's, and what Vite re-creates while developing.
  var appRequestOrigin: AsyncLocalStorage<RequestOrigin> | undefined
}
const current = (globalThis.appRequestOrigin ??= new AsyncLocalStorage<RequestOrigin>())

/**
 * Every transaction that `work` opens, and every write of the auth engine in it, knows this origin: it
 * is set where a request comes in, so that no code between can forget to hand it on.
 */
export const withOrigin = <T>(origin: RequestOrigin, work: () => T): T => current.run(origin, work)

/** For work that a request began, as the loop of a queue, but that is not done for it. */
export const withoutOrigin = <T>(work: () => T): T => current.exit(work)

/** Empty is nobody, as for a webhook or a job. */
export type OriginSettings = Record<
  'request.actor_id' | 'request.impersonator_id' | 'request.address' | 'request.user_agent',
  string
>

/** As Postgres keeps them during a transaction; a NUL has no place there. */
export function originSettings(): OriginSettings {
  const origin = current.getStore()
  const plain = (value: string | null | undefined, length: number) =>
    (value ?? '').replaceAll('\0', '').slice(0, length)
  return {
    'request.actor_id': plain(origin?.actorId, 64),
    'request.impersonator_id': plain(origin?.impersonatorId, 64),
    'request.address': plain(origin?.address, 64),
    'request.user_agent': plain(origin?.userAgent, 300),
  }
}

/** Whether there is a request at all that a write could be done for. */
export const hasOrigin = (): boolean => current.getStore() !== undefined
