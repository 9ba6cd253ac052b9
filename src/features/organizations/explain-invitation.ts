import { m } from '#/i18n/messages.ts'

/** Why an invitation was not sent, and what to do; nothing for what only we can repair. */
export function explainInvitation(code: string): string | undefined {
  switch (code) {
    case 'ALREADY_MEMBER':
      return m.organizations_invite_already()
    case 'FORBIDDEN':
      return m.organizations_invite_role_forbidden()
    case 'TOO_MANY_INVITATIONS':
      return m.organizations_invite_too_many()
    case 'RATE_LIMITED':
      return m.organizations_invite_rate()
    case 'NOT_FOUND':
      return m.organizations_invitation_gone()
    default:
      return undefined
  }
}
