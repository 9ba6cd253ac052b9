import { publicAddresses } from './public-addresses.server.ts'

const entry = (address: string, changedAt: Date | null) =>
  `<url><loc>${Bun.escapeHTML(address)}</loc>${changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ''}</url>`

/** Every page that a search engine should know. */
export async function sitemap(origin: string): Promise<string> {
  const pages = ['/', '/jobs', '/pricing'].map((path) => entry(origin + path, null))
  const found = await publicAddresses()
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...pages,
    ...found.map(({ path, changedAt }) => entry(origin + path, changedAt)),
    '</urlset>',
  ].join('\n')
}
