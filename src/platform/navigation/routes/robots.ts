import { createFileRoute } from '@tanstack/react-router'
import { addressOf } from '../site-address.ts'

/** The board's filters would be an endless number of pages; each job is in the sitemap once. */
const rules = ['User-agent: *', 'Disallow: /api/', 'Disallow: /jobs?', 'Disallow: /language/']

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
