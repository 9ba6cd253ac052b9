import { createStartHandler, defaultRenderHandler } from '@tanstack/react-start/server'
import { createServerEntry } from '@tanstack/react-start/server-entry'
import { api } from '#/api/api.ts'
import { nonceOf, securePage } from '#/api/page-headers.ts'
import { UnsafeLoginError } from '#/db/check-logins.ts'
import { closeDatabase, database } from '#/db/database.server.ts'
import { SchemaVersionError } from '#/db/migrate.ts'
import { env } from '#/env.server.ts'
import { shutDownChat } from '#/features/chat/shut-down.server.ts'
import { paraglideMiddleware } from '#/i18n/generated/server.js'
import { log } from '#/observability/log.server.ts'
import { startWorker, stopWorker } from '#/worker.server.ts'

/**
 * Loaders have their data before a page is rendered, so nothing is left to stream: rendering it in one
 * piece costs less.
 */
const renderPage = createStartHandler(defaultRenderHandler)

/**
 * The one place where requests come in, in development and in production: /api belongs to Elysia,
 * everything else is a page, rendered in the visitor's language.
 */
export default createServerEntry({
  async fetch(request) {
    const path = pathOf(request.url)
    if (path === '/api' || path.startsWith('/api/')) return api.handle(request)
    return paraglideMiddleware(request, async ({ request: localized }) =>
      securePage(await renderPage(localized), nonceOf(localized)),
    )
  },
})

function pathOf(url: string): string {
  const start = url.indexOf('/', url.indexOf('//') + 2)
  const end = url.indexOf('?', start)
  return url.slice(start, end === -1 ? undefined : end)
}

declare global {
  var loamBackgroundWork: Timer | undefined
}

/** Takes up the background work, and tries again while the database cannot be reached. */
function workAfter(milliseconds: number) {
  globalThis.loamBackgroundWork = setTimeout(() => {
    startWorker().catch((error: unknown) => {
      log.error({ err: error }, 'background work')
      workAfter(5_000)
    })
  }, milliseconds)
}

// A second after the start, so that the first page does not wait for it. While developing this comes
// again with every edit: the work goes on with the new code.
clearTimeout(globalThis.loamBackgroundWork)
workAfter(1_000)

/**
 * Before the first request: throws when the server must not run as it is configured. A database that
 * cannot be reached now is no reason; and the embedded one is opened by the first request.
 */
export async function start(): Promise<void> {
  if (env.DATABASE_URL.startsWith('pglite:')) {
    log.warn(
      {},
      'the embedded Postgres is one session, which could return to its owner: for tenants who do not know each other set DATABASE_URL to a server',
    )
    return
  }
  await database().catch((error: unknown) => {
    if (error instanceof UnsafeLoginError || error instanceof SchemaVersionError) throw error
    log.error({ err: error }, 'the database cannot be reached')
  })
}

/** Lets replies and jobs finish, for a bounded time, while the listener waits for its requests. */
export async function drain(): Promise<void> {
  clearTimeout(globalThis.loamBackgroundWork)
  await Promise.all([shutDownChat(8_000), stopWorker()])
}

/** The last thing: nothing that is under way needs the database any more. */
export const close = closeDatabase
