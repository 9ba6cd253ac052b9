import type { Locale } from '#/i18n/locale.ts'
import { firstName } from '#/i18n/first-name.ts'
import { m } from '#/i18n/messages.ts'
import { linkMail } from './link-mail.tsx'

type AccountMail = { locale: Locale; name: string; url: string }

export const verificationMail = ({ locale, name, url }: AccountMail) =>
  linkMail({
    locale,
    url,
    subject: m.emails_verification_subject({}, { locale }),
    text: m.emails_verification_text({ name: firstName(name) }, { locale }),
    action: m.emails_verification_action({}, { locale }),
    footer: m.emails_not_you({}, { locale }),
  })

export const passwordResetMail = ({ locale, name, url }: AccountMail) =>
  linkMail({
    locale,
    url,
    subject: m.emails_password_reset_subject({}, { locale }),
    text: m.emails_password_reset_text({ name: firstName(name) }, { locale }),
    action: m.emails_password_reset_action({}, { locale }),
    footer: m.emails_password_reset_not_you({}, { locale }),
  })

/** Sent instead of an error when somebody signs up with an address that has an account. */
export const existingAccountMail = ({ locale, name, url }: AccountMail) =>
  linkMail({
    locale,
    url,
    subject: m.emails_existing_account_subject({}, { locale }),
    text: m.emails_existing_account_text({ name: firstName(name) }, { locale }),
    action: m.emails_existing_account_action({}, { locale }),
    footer: m.emails_not_you({}, { locale }),
  })

type InvitationMail = { locale: Locale; inviter: string; organization: string; url: string }

export const invitationMail = ({ locale, inviter, organization, url }: InvitationMail) =>
  linkMail({
    locale,
    url,
    subject: m.emails_invitation_subject({ organization }, { locale }),
    text: m.emails_invitation_text({ inviter, organization }, { locale }),
    action: m.emails_invitation_action({}, { locale }),
    footer: m.emails_invitation_not_expected({}, { locale }),
  })
