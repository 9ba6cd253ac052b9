import { auth } from '#/auth/auth.server.ts'
import { Refusal } from '#/rpc/refusal.ts'
import type { AccountSession } from './contract.ts'

/** Newest first; the tokens stay here. */
export async function listSessions(headers: Headers, currentId: string): Promise<AccountSession[]> {
  const sessions = await (await auth()).api.listSessions({ headers })
  return sessions
    .map((session) => ({
      id: session.id,
      isCurrent: session.id === currentId,
      address: session.ipAddress || null,
      userAgent: session.userAgent || null,
      signedInAt: session.createdAt,
      seenAt: session.updatedAt,
    }))
    .toSorted((a, b) => b.signedInAt.getTime() - a.signedInAt.getTime())
}

export async function endSession(headers: Headers, id: string) {
  const { api } = await auth()
  const session = (await api.listSessions({ headers })).find((candidate) => candidate.id === id)
  if (!session) throw new Refusal('NOT_FOUND')
  await api.revokeSession({ headers, body: { token: session.token } })
}

export async function endOtherSessions(headers: Headers) {
  await (await auth()).api.revokeOtherSessions({ headers })
}
