import { currentLocale } from '#/i18n/locale.ts'
import { site } from '#/site.ts'
import { addressOf } from './site-address.ts'

interface PageMetaProps {
  title: string
  description?: string
}

/**
 * What a page says about itself; React puts it into the head. Part of the page's component and not
 * of the route's `head`: all routes are loaded with every page, in all languages.
 */
export function PageMeta({ title, description }: PageMetaProps) {
  return (
    <>
      {/* "Sign in · Name": the page first, because tabs cut off the end. */}
      <title>{`${title} · ${site.name}`}</title>
      {description && <meta name="description" content={description} />}
    </>
  )
}

const openGraphLocale = { en: 'en_GB', de: 'de_DE', pt: 'pt_PT' }

/** The same with the canonical address and the card that is shown where the page is shared. */
export function PublicPageMeta({
  title,
  description,
  path,
}: Required<PageMetaProps> & { path: string }) {
  const url = addressOf(path)
  return (
    <>
      <PageMeta title={title} description={description} />
      <link rel="canonical" href={url} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={site.name} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={url} />
      <meta property="og:locale" content={openGraphLocale[currentLocale()]} />
      <meta name="twitter:card" content="summary" />
    </>
  )
}
