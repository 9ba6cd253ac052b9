import { renderToStaticMarkup } from 'react-dom/server'
import { plainAscii } from '#/platform/navigation/render-once.server.tsx'
import { currentLocale, type Locale } from '#/i18n/locale.ts'
import { LandingPage } from './landing-page.tsx'
import { readLandingFacts } from './read-landing-facts.server.ts'

const freshFor = 60_000

const prepared = new Map<Locale, { html: string; until: number }>()
const rendering = new Map<Locale, Promise<void>>()

/**
 * Renders the page in the language of the request, at most once a minute: it is the same for
 * everybody. However many ask at once, it is rendered once.
 */
export async function prepareLanding(): Promise<void> {
  const locale = currentLocale()
  if ((prepared.get(locale)?.until ?? 0) > Date.now()) return
  const already = rendering.get(locale)
  if (already) return already
  const work = render(locale).finally(() => rendering.delete(locale))
  rendering.set(locale, work)
  return work
}

async function render(locale: Locale): Promise<void> {
  const facts = await readLandingFacts()
  const html = plainAscii(renderToStaticMarkup(<LandingPage {...facts} />))
  prepared.set(locale, { html, until: Date.now() + freshFor })
}

/** What prepareLanding() made in the language of the request. */
export const preparedLanding = (): string => prepared.get(currentLocale())?.html ?? ''
