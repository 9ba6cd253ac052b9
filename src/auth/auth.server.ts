import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { betterAuth } from 'better-auth'
import type { PgTable } from 'drizzle-orm/pg-core'
import { database } from '#/db/database.server.ts'
import * as identity from '#/db/schema/identity.ts'
import * as organizations from '#/db/schema/organizations.ts'
import { each, type PluginsOf, pluginsOf } from '#/define-feature.server.ts'
import { env } from '#/env.server.ts'
import type { features as allFeatures } from '#/features.server.ts'
import { identityOptions } from '#/platform/identity/auth-plugin.server.ts'
import { baseLocale } from '#/i18n/locale.ts'
import { withoutValues } from '#/observability/describe-error.ts'
import { log } from '#/observability/log.server.ts'
import { site } from '#/site.ts'
import { unavailableIn } from '#/unavailable.ts'
import { clientAddressHeader } from './client-address.ts'
import { engineLogLevel } from './engine-log.ts'
import { refuseForeignAddresses } from './own-addresses.server.ts'
import { countAttempt } from './rate-limit.server.ts'

/** For one client address; the limits for one account are in platform/identity. */
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

function createAuth(
  system: Parameters<typeof drizzleAdapter>[0],
  plugins: PluginsOf<typeof allFeatures>,
  tables: Record<string, PgTable>,
) {
  return betterAuth({
    appName: site.name,
    baseURL: env.APP_URL,
    basePath: '/api/auth',
    secret: env.AUTH_SECRET,
    trustedOrigins: [env.APP_URL],
    database: drizzleAdapter(system, {
      provider: 'pg',
      schema: { ...identity, ...organizations, ...tables },
      transaction: false,
    }),
    telemetry: { enabled: false },
    logger: {
      level: 'warn',
      log: (level, message, ...details: unknown[]) => {
        const err = details.find((part) => part instanceof Error)
        // A refused request is one line already.
        if (unavailableIn(err)) return
        log[engineLogLevel(level, message)]({ said: withoutValues(message), err }, 'auth.engine')
      },
    },
    // Refusals are answered all the same. What is none comes out of the handler, to be logged like any
    // other failure: the engine itself would print it with the statement and its values.
    onAPIError: { throw: true },
    user: {
      additionalFields: { locale: { type: 'string', required: false, defaultValue: baseLocale } },
    },
    ...identityOptions,
    // The token of a link is found by its hash, so that a copy of the table opens no account.
    verification: { storeIdentifier: 'hashed' },
    hooks: { before: refuseForeignAddresses },
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
      cookiePrefix: site.id,
      useSecureCookies: env.APP_URL.startsWith('https:'),
      database: { generateId: () => Bun.randomUUIDv7() },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
    plugins,
  })
}

export type Auth = ReturnType<typeof createAuth>
export type Session = Auth['$Infer']['Session']

declare global {
  var appAuth: Auth | undefined
}

/**
 * The auth engine; its statements run as app_system. The features are imported here, since their
 * procedures need the engine themselves.
 */
export async function auth(): Promise<Auth> {
  if (globalThis.appAuth) return globalThis.appAuth
  const [{ system }, { features }] = await Promise.all([database(), import('#/features.server.ts')])
  const tables = Object.assign({}, ...each(features, 'authTables'))
  return (globalThis.appAuth ??= createAuth(system, pluginsOf(features), tables))
}
