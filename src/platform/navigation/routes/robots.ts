import { createFileRoute } from '@tanstack/react-router'
import { addressOf } from '../site-address.ts'

/** Searches and filters would be an endless number of pages; the sitemap has each page once. */
const rules = ['User-agent: *', 'Disallow: /api/', 'Disallow: /*?', 'Disallow: /language/']

export const Route = createFileRoute('/robots.txt')({
  server: {
    handlers: {
      GET: () =>
        new Response(`${[...rules, `Sitemap: ${addressOf('/sitemap.xml')}`].join('\n')}\n`, {
          headers: { 'content-type': 'text/plain', 'cache-control': 'public, max-age=3600' },
        }),
    },
  },
})
