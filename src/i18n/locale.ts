import {
  baseLocale,
  getLocale as currentLocale,
  isLocale,
  locales,
  overwriteGetLocale,
} from '#/i18n/generated/runtime.js'

export type Locale = (typeof locales)[number]
export { baseLocale, currentLocale, isLocale, locales }

export const localeCookie = 'locale'

/**
 * The regional variant each language is written in, for `lang` and for Intl. Without a region, Intl
 * formats English as American and Portuguese as Brazilian.
 */
export const regionalTag: Record<Locale, string> = { en: 'en-GB', de: 'de-DE', pt: 'pt-PT' }

/**
 * The server chose the language and wrote it into `<html lang>`. The browser follows it instead of
 * choosing again, so that hydration always meets the text that was rendered.
 */
export function followDocumentLocale() {
  overwriteGetLocale(() => {
    const { lang } = document.documentElement
    return locales.find((locale) => regionalTag[locale] === lang) ?? baseLocale
  })
}
