import { queueMail } from '#/adapters/mail.server.ts'
import { invitationMail } from '#/emails/account-mails.tsx'
import { env } from '#/env.server.ts'
import { baseLocale, isLocale } from '#/i18n/locale.ts'

export type InvitationMail = {
  id: string
  email: string
  inviter: { name: string; locale: string | null }
  organization: string
}

/** In the language of who invites: of who is invited, none is known. */
export async function mailInvitation({ id, email, inviter, organization }: InvitationMail) {
  const mail = await invitationMail({
    locale: isLocale(inviter.locale) ? inviter.locale : baseLocale,
    inviter: inviter.name,
    organization,
    url: `${env.APP_URL}/invitations/${id}`,
  })
  await queueMail({ to: email, ...mail })
}
