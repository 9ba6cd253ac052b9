import { createEmailVerificationToken } from 'better-auth/api'
import { queueMail } from '#/adapters/mail.server.ts'
import { homePath } from '#/auth/home-path.ts'
import { safeRedirect } from '#/auth/safe-redirect.ts'
import {
  existingAccountMail,
  passwordResetMail,
  verificationMail,
} from '#/emails/account-mails.tsx'
import { env } from '#/env.server.ts'
import { baseLocale, isLocale, type Locale } from '#/i18n/locale.ts'

type Recipient = { email: string; name: string }
type Registered = Recipient & { emailVerified: boolean }
type Link = { user: Recipient; url: string }

const localeOf = (user: object): Locale =>
  'locale' in user && isLocale(user.locale) ? user.locale : baseLocale

/** The page that speaks about the link, whether it worked or not. */
function withCallback(link: string, callback: string) {
  const url = new URL(link)
  url.searchParams.set('callbackURL', callback)
  return url.href
}

/** `callbackURL` arrives as the page that the person wanted before signing up; see verify-page.tsx. */
export async function sendVerificationLink({ user, url }: Link) {
  const next = safeRedirect(new URL(url).searchParams.get('callbackURL'), homePath)
  const callback = `/verify?${new URLSearchParams({ done: '1', redirect: next === '/' ? homePath : next })}`
  const link = withCallback(url, callback)
  const mail = await verificationMail({ locale: localeOf(user), name: user.name, url: link })
  await queueMail({ to: user.email, ...mail })
}

export async function sendResetLink({ user, url }: Link) {
  const link = withCallback(url, '/reset-password')
  const mail = await passwordResetMail({ locale: localeOf(user), name: user.name, url: link })
  await queueMail({ to: user.email, ...mail })
}

/**
 * Instead of an answer that would tell a stranger who has an account here. An address that nobody has
 * confirmed may have been entered by a stranger before: its owner gets a link as for a new account,
 * and chooses the password there.
 */
export async function sendExistingAccountNote({ user }: { user: Registered }) {
  if (!user.emailVerified) {
    const token = await createEmailVerificationToken(env.AUTH_SECRET, user.email)
    const link = `${env.APP_URL}/api/auth/verify-email?${new URLSearchParams({ token })}`
    return sendVerificationLink({ user, url: link })
  }
  const url = `${env.APP_URL}/sign-in`
  const mail = await existingAccountMail({ locale: localeOf(user), name: user.name, url })
  await queueMail({ to: user.email, ...mail })
}
