import { createStartHandler, defaultRenderHandler } from '@tanstack/react-start/server'
import { createServerEntry } from '@tanstack/react-start/server-entry'
import { api } from '#/api/api.ts'
import { boundedRequest } from '#/api/bounded-request.ts'
import { headersOfEveryResponse, withHeaders } from '#/api/every-response.ts'
import { isForged } from '#/api/same-origin.ts'
import { securePage } from '#/api/page-headers.ts'
import { sharedPage } from '#/api/shared-pages.ts'
import { withReadableAddress } from '#/api/readable-address.ts'
import { withLimitHeaders } from '#/auth/counted-limits.ts'
import { UnsafeLoginError } from '#/db/check-logins.ts'
import { withinRequest } from '#/api/within-request.ts'
import { closeDatabase, database } from '#/db/database.server.ts'
import { SchemaVersionError } from '#/db/migrate.ts'
import { each } from '#/define-feature.server.ts'
import { env } from '#/env.server.ts'
import { features } from '#/features.server.ts'
import { paraglideMiddleware } from '#/i18n/generated/server.js'
import { writeConsoleToLog } from '#/observability/console.server.ts'
import { log } from '#/observability/log.server.ts'
import { getRouter } from '#/router.tsx'
import { unavailableIn } from '#/unavailable.ts'
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
const entry = createServerEntry({ fetch: (request) => withLimitHeaders(() => answer(request)) })

const everywhere = headersOfEveryResponse(env.APP_URL)

/** Start's entry answers some requests by itself, so the headers are set around it. */
export default {
  fetch: async (request: Request): Promise<Response> =>
    withHeaders(await entry.fetch(withReadableAddress(request)), everywhere),
}

async function answer(request: Request): Promise<Response> {
  const path = pathOf(request.url)
  const isApi = path === '/api' || path.startsWith('/api/')
  if (!isApi && request.method !== 'GET' && request.method !== 'HEAD') {
    const refusal = refusedOfPage(request, path)
    if (refusal) return refusal
  }
  const bounded = await boundedRequest(request, path)
  if (bounded instanceof Response) return bounded
  return withinRequest(bounded, () =>
    isApi
      ? api.handle(bounded)
      : paraglideMiddleware(bounded, async ({ request: localized }) =>
          securePage(await sharedPage(localized, renderPage), localized),
        ),
  )
}

/** Pages are read. Those with a form that works without scripts take it as well, from our own pages. */
function refusedOfPage(request: Request, path: string): Response | null {
  const [, , route] = getRouter().getMatchedRoutes(path)
  const handlers = Object(route?.options.server?.handlers)
  if (request.method !== 'POST' || !('POST' in handlers)) {
    const allow = 'POST' in handlers ? 'GET, HEAD, POST' : 'GET, HEAD'
    return new Response(null, { status: 405, headers: { allow } })
  }
  return isForged(request) ? new Response(null, { status: 403 }) : null
}

function pathOf(url: string): string {
  const start = url.indexOf('/', url.indexOf('//') + 2)
  const end = url.indexOf('?', start)
  return url.slice(start, end === -1 ? undefined : end)
}

declare global {
  var appBackgroundWork: Timer | undefined
}

/** Takes up the background work, and tries again while the database cannot be reached. */
function workAfter(milliseconds: number) {
  globalThis.appBackgroundWork = setTimeout(() => {
    startWorker().catch((error: unknown) => {
      // An outage has its own two lines in the log.
      if (!unavailableIn(error)) log.error({ err: error }, 'background work')
      workAfter(5_000)
    })
  }, milliseconds)
}

// A second after the start, so that the first page does not wait for it. While developing this comes
// again with every edit: the work goes on with the new code.
clearTimeout(globalThis.appBackgroundWork)
workAfter(1_000)

/**
 * Before the first request: throws when the server must not run as it is configured. A database that
 * cannot be reached now is no reason; and the embedded one is opened by the first request.
 */
export async function start(): Promise<void> {
  writeConsoleToLog()
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

/** Lets what is under way finish, for a bounded time, while the listener waits for its requests. */
export async function drain(): Promise<void> {
  clearTimeout(globalThis.appBackgroundWork)
  await Promise.all([...each(features, 'shutDown').map((end) => end(8_000)), stopWorker()])
}

/** The last thing: nothing that is under way needs the database any more. */
export const close = closeDatabase
