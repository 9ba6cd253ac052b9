import { createIsomorphicFn } from '@tanstack/react-start'
import { env } from '#/env.server.ts'
import { currentLocale } from '#/i18n/locale.ts'
import { site } from '#/site.ts'
import { pageTitle } from './page-title.ts'

const origin = createIsomorphicFn()
  .server(() => new URL(env.APP_URL).origin)
  .client(() => window.location.origin)

/** The full address of a path, for what leaves the site: canonical links, feeds, structured data. */
export const addressOf = (path: string) => origin() + path

const openGraphLocale = { en: 'en_GB', de: 'de_DE', pt: 'pt_PT' }

/** Title, description, canonical address and the card that is shown where the page is shared. */
export function pageHead(page: { title: string; description: string; path: string }) {
  const url = addressOf(page.path)
  return {
    meta: [
      { title: pageTitle(page.title) },
      { name: 'description', content: page.description },
      { property: 'og:type', content: 'website' },
      { property: 'og:site_name', content: site.name },
      { property: 'og:title', content: page.title },
      { property: 'og:description', content: page.description },
      { property: 'og:url', content: url },
      { property: 'og:locale', content: openGraphLocale[currentLocale()] },
      { name: 'twitter:card', content: 'summary' },
    ],
    links: [{ rel: 'canonical', href: url }],
  }
}
