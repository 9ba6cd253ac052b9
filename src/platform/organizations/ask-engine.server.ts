import { isAPIError } from 'better-auth/api'
import { type Auth, auth } from '#/auth/auth.server.ts'
import { violatedConstraint } from '#/db/violated-constraint.ts'
import { Refusal } from '#/rpc/refusal.ts'

/** The engine's words for what our contract calls differently. */
const refusals: Record<string, string> = {
  ORGANIZATION_NOT_FOUND: 'NOT_FOUND',
  MEMBER_NOT_FOUND: 'NOT_FOUND',
  YOU_CANNOT_LEAVE_THE_ORGANIZATION_AS_THE_ONLY_OWNER: 'LAST_OWNER',
  YOU_CANNOT_LEAVE_THE_ORGANIZATION_WITHOUT_AN_OWNER: 'LAST_OWNER',
  YOU_ARE_NOT_ALLOWED_TO_UPDATE_THIS_MEMBER: 'FORBIDDEN',
  YOU_ARE_NOT_ALLOWED_TO_DELETE_THIS_MEMBER: 'FORBIDDEN',
}

/** What the database refuses although the engine, which asks before it writes, found it right. */
const violations: Record<string, string> = {
  organization_keeps_an_owner: 'LAST_OWNER',
}

/** One action of the auth engine, with its refusals translated to those of the contract. */
export async function askEngine<T>(action: (api: Auth['api']) => Promise<T>): Promise<T> {
  const { api } = await auth()
  try {
    return await action(api)
  } catch (error) {
    const code = isAPIError(error)
      ? refusals[String(error.body?.code)]
      : violations[violatedConstraint(error) ?? '']
    throw code ? new Refusal(code) : error
  }
}
