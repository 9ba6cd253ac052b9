import { currentLocale, locales, regionalTag } from '#/i18n/locale.ts'
import { m } from '#/i18n/messages.ts'

/** Each language in its own words. */
const names = { en: 'English', de: 'Deutsch', pt: 'Português' }

/** Plain links: the server sets the cookie and leads back to the page, in the other language. */
export function LanguageLinks() {
  return (
    <ul aria-label={m.navigation_language()} className="flex flex-wrap gap-x-4 gap-y-1">
      {locales.map((locale) => (
        <li key={locale}>
          <a
            href={`/language/${locale}`}
            lang={regionalTag[locale]}
            hrefLang={regionalTag[locale]}
            rel="nofollow"
            // The way back, also on pages that keep their address from everybody else.
            referrerPolicy="same-origin"
            aria-current={locale === currentLocale() ? 'true' : undefined}
            className="block rounded-base hover:text-ink pointer-coarse:py-2.5 aria-current:font-medium aria-current:text-ink"
          >
            {names[locale]}
          </a>
        </li>
      ))}
    </ul>
  )
}
