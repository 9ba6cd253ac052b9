import { each, listedFeatures } from '#/define-feature.server.ts'

const entry = (address: string, changedAt?: Date | null) =>
  `<url><loc>${Bun.escapeHTML(address)}</loc>${changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ''}</url>`

/** Every page that a search engine should know; at most 50,000, by https://www.sitemaps.org. */
export async function sitemap(origin: string): Promise<string> {
  const found = await Promise.all(each(await listedFeatures(), 'publicPages').map((find) => find()))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    entry(`${origin}/`),
    ...found.flat().map(({ path, changedAt }) => entry(origin + path, changedAt)),
    '</urlset>',
  ].join('\n')
}
