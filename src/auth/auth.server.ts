import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { betterAuth } from 'better-auth'
import { isAPIError } from 'better-auth/api'
import { database } from '#/db/database.server.ts'
import * as schema from '#/db/schema/schema.ts'
import { env } from '#/env.server.ts'
import { adminPlugin } from '#/features/admin/auth-plugin.server.ts'
import { billingPlugin } from '#/features/billing/auth-plugin.server.ts'
import { chatPlugin } from '#/features/chat/auth-plugin.server.ts'
import { identityOptions, identityPlugin } from '#/features/identity/auth-plugin.server.ts'
import { organizationsPlugin } from '#/features/organizations/auth-plugin.server.ts'
import { baseLocale } from '#/i18n/locale.ts'
import { log } from '#/observability/log.server.ts'
import { clientAddressHeader } from './client-address.ts'
import { countAttempt } from './rate-limit.server.ts'

/** For one client address; the limits for one account are in features/identity. */
const addressLimits = {
  '/sign-in/email': { window: 60, max: 30 },
  '/sign-up/email': { window: 600, max: 30 },
  '/send-verification-email': { window: 600, max: 20 },
  '/request-password-reset': { window: 600, max: 20 },
  '/reset-password': { window: 600, max: 30 },
  // Whoever asks makes us ask Stripe, which limits us as a whole.
  '/subscription/success': { window: 60, max: 20 },
  // The sender signs what it sends, and may send a lot at once.
  '/stripe/*': false as const,
}

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
    onAPIError: {
      // The engine's refusals are answers, not errors.
      onError: (error) => {
        if (isAPIError(error) && error.statusCode < 500) return
        log.error({ part: 'auth', err: error }, 'failed')
      },
    },
    user: {
      additionalFields: { locale: { type: 'string', required: false, defaultValue: baseLocale } },
    },
    ...identityOptions,
    // No cookie cache: a ban or a revoked session must hold on the very next request.
    session: { expiresIn: 60 * 60 * 24 * 30, updateAge: 60 * 60 * 24 },
    rateLimit: {
      enabled: true,
      customRules: addressLimits,
      customStorage: {
        async consume(key, { max, window }) {
          const attempt = await countAttempt(key, { max, windowSeconds: window })
          return { allowed: attempt.allowed, retryAfter: attempt.retryAfterSeconds }
        },
      },
    },
    advanced: {
      cookiePrefix: 'loam',
      useSecureCookies: env.APP_URL.startsWith('https:'),
      database: { generateId: () => Bun.randomUUIDv7() },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
    // The chat's comes last: it looks whether one of the others has signed somebody in.
    plugins: [
      identityPlugin(),
      organizationsPlugin(),
      adminPlugin(),
      billingPlugin(),
      chatPlugin(),
    ],
  })
}

export type Auth = ReturnType<typeof createAuth>
export type Session = Auth['$Infer']['Session']

declare global {
  var loamAuth: Auth | undefined
}

/** The auth engine; its statements run as app_system. */
export async function auth(): Promise<Auth> {
  const { system } = await database()
  return (globalThis.loamAuth ??= createAuth(system))
}
