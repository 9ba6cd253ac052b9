import { z } from 'zod'
import { m } from '#/i18n/messages.ts'
import { formatWait } from '#/ui/format-wait.ts'

type Problem = { code: string; data?: unknown }

const wait = z.object({ retryAfterSeconds: z.number() }).catch({ retryAfterSeconds: 3_600 })

/** Why an invitation was not sent, and what to do; nothing for what only we can repair. */
export function explainInvitation({ code, data }: Problem): string | undefined {
  const time = formatWait(wait.parse(data).retryAfterSeconds)
  switch (code) {
    case 'ALREADY_MEMBER':
      return m.organizations_invite_already()
    case 'FORBIDDEN':
      return m.organizations_invite_role_forbidden()
    case 'TOO_MANY_INVITATIONS':
      return m.organizations_invite_too_many()
    case 'RATE_LIMITED':
      return m.organizations_invite_rate({ time })
    case 'INVITED_TOO_OFTEN':
      return m.organizations_invite_too_often({ time })
    case 'NOT_FOUND':
      return m.organizations_invitation_gone()
    default:
      return undefined
  }
}
