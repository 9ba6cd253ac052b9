import { createFileRoute } from '@tanstack/react-router'
import { sitemap } from '../sitemap.server.ts'
import { addressOf } from '../site-address.ts'

export const Route = createFileRoute('/sitemap.xml')({
  server: {
    handlers: {
      GET: async () =>
        new Response(await sitemap(addressOf('')), {
          headers: { 'content-type': 'application/xml', 'cache-control': 'public, max-age=3600' },
        }),
    },
  },
})
