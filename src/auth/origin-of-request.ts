import type { RequestOrigin } from '#/db/request-origin.ts'
import { clientAddressHeader } from './client-address.ts'

type SignedIn = { user: { id: string }; session: { impersonatedBy?: string | null } }

/** For whom and from where a request works, as the audit trail says it. */
export const originOf = (headers: Headers, signedIn: SignedIn | null): RequestOrigin => ({
  actorId: signedIn?.user.id ?? null,
  impersonatorId: signedIn?.session.impersonatedBy ?? null,
  address: headers.get(clientAddressHeader),
  userAgent: headers.get('user-agent'),
})
