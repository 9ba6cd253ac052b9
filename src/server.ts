import handler, { createServerEntry } from '@tanstack/react-start/server-entry'
import { api } from '#/api/api.ts'
import { paraglideMiddleware } from '#/i18n/generated/server.js'

/**
 * The one place where requests come in, in development and in production: /api belongs to Elysia,
 * everything else is a page, rendered in the visitor's language.
 */
export default createServerEntry({
  async fetch(request) {
    const { pathname } = new URL(request.url)
    if (pathname === '/api' || pathname.startsWith('/api/')) return api.handle(request)
    return paraglideMiddleware(request, ({ request: localized }) => handler.fetch(localized))
  },
})
