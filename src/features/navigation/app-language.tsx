import { currentLocale, isLocale, localeCookie, locales, type Locale } from '#/i18n/locale.ts'
import { m } from '#/i18n/messages.ts'
import { Select } from '#/ui/select.tsx'

/** Each in its own words, for whoever cannot read the others. */
const languageNames: Record<Locale, string> = { en: 'English', de: 'Deutsch', pt: 'Português' }
export const languageOptions = locales.map((value) => ({ value, label: languageNames[value] }))

/** Remembered for a year. The page is loaded anew, since every sentence of it changes. */
export function chooseLanguage(locale: Locale) {
  document.cookie = `${localeCookie}=${locale}; path=/; max-age=31536000; samesite=lax`
  window.location.reload()
}

export const AppLanguage = ({ className }: { className?: string }) => (
  <Select
    aria-label={m.navigation_app_language()}
    className={className}
    options={languageOptions}
    defaultValue={currentLocale()}
    onChange={({ target }) => isLocale(target.value) && chooseLanguage(target.value)}
  />
)
