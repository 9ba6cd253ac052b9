import { type Locale, locales } from '#/i18n/locale.ts'

/** Words that are frequent in one of the languages and are none in the others. */
const ownWords: Record<Locale, RegExp> = {
  en: /(?<!\p{L})(and|the|of|with|for|you|your|our|we|is)(?!\p{L})/giu,
  de: /(?<!\p{L})(und|der|die|das|für|mit|bei|wir|du|ist|im|den)(?!\p{L})|\p{L}*(ß|innen|ung)(?!\p{L})/giu,
  pt: /(?<!\p{L})(e|de|da|do|para|com|uma|em|os|na|no)(?!\p{L})|\p{L}*(ção|ções)(?!\p{L})/giu,
}

/**
 * The language that somebody wrote in, for hyphens and screen readers; nothing when it is not clear, and
 * then the page's is assumed. Nobody states it, and it need not be the page's.
 */
export function languageOf(text: string): Locale | undefined {
  const found = locales.map((locale) => ({
    locale,
    count: text.match(ownWords[locale])?.length ?? 0,
  }))
  const [first, second] = found.toSorted((a, b) => b.count - a.count)
  return first && first.count > (second?.count ?? 0) ? first.locale : undefined
}
