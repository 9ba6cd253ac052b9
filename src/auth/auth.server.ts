import { drizzleAdapter } from '@better-auth/drizzle-adapter'
import { betterAuth } from 'better-auth'
import { database } from '#/db/database.server.ts'
import * as schema from '#/db/schema/schema.ts'
import { queueMail } from '#/adapters/mail.server.ts'
import { existingAccountMail, passwordResetMail, verificationMail } from '#/emails/account-mails.tsx'
import { clientAddressHeader } from './client-address.ts'
import { env } from '#/env.server.ts'
import { adminPlugin } from '#/features/admin/auth-plugin.server.ts'
import { billingPlugin } from '#/features/billing/auth-plugin.server.ts'
import { organizationsPlugin } from '#/features/organizations/auth-plugin.server.ts'
import { baseLocale, isLocale, type Locale } from '#/i18n/locale.ts'
import { log } from '#/observability/log.server.ts'

const localeOf = (user: object): Locale =>
  'locale' in user && isLocale(user.locale) ? user.locale : baseLocale

function createAuth(system: Parameters<typeof drizzleAdapter>[0]) {
  return betterAuth({
    appName: 'Loam',
    baseURL: env.APP_URL,
    basePath: '/api/auth',
    secret: env.AUTH_SECRET,
    trustedOrigins: [env.APP_URL],
    database: drizzleAdapter(system, { provider: 'pg', schema, transaction: false }),
    telemetry: { enabled: false },
    logger: {
      level: 'warn',
      log: (level, message) => log[level === 'error' ? 'error' : 'warn']({ part: 'auth' }, message),
    },
    user: {
      additionalFields: { locale: { type: 'string', required: false, defaultValue: baseLocale } },
    },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 3_600,
      sendResetPassword: async ({ user, url }) => {
        const mail = await passwordResetMail({ locale: localeOf(user), name: user.name, url })
        await queueMail({ to: user.email, ...mail })
      },
      onExistingUserSignUp: async ({ user }) => {
        const url = `${env.APP_URL}/sign-in`
        const mail = await existingAccountMail({ locale: localeOf(user), name: user.name, url })
        await queueMail({ to: user.email, ...mail })
      },
    },
    emailVerification: {
      sendOnSignUp: true,
      sendOnSignIn: true,
      autoSignInAfterVerification: true,
      expiresIn: 3_600,
      sendVerificationEmail: async ({ user, url }) => {
        const mail = await verificationMail({ locale: localeOf(user), name: user.name, url })
        await queueMail({ to: user.email, ...mail })
      },
    },
    // No cookie cache: a ban or a revoked session must hold on the very next request.
    session: { expiresIn: 60 * 60 * 24 * 30, updateAge: 60 * 60 * 24 },
    rateLimit: { enabled: env.NODE_ENV === 'production' },
    advanced: {
      cookiePrefix: 'loam',
      useSecureCookies: env.APP_URL.startsWith('https:'),
      database: { generateId: () => Bun.randomUUIDv7() },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
    plugins: [organizationsPlugin(), adminPlugin(), billingPlugin()],
  })
}

export type Auth = ReturnType<typeof createAuth>
export type Session = Auth['$Infer']['Session']

declare global {
  var loamAuth: Promise<Auth> | undefined
}

/** The auth engine; its statements run as app_system. */
export const auth = (): Promise<Auth> =>
  (globalThis.loamAuth ??= database().then((connection) => createAuth(connection.system)))
