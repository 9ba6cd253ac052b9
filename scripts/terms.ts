/**
 * Words that must not stand in a sentence, and what to write instead: one name for each thing, and
 * nobody addressed in two ways. Only what is wrong wherever it stands; `bun run check` looks.
 */
import type { locales } from '#/i18n/locale.ts'

type Locale = (typeof locales)[number]

const terms: Record<Locale, [wrong: RegExp, better: string][]> = {
  en: [
    [/\boops\b|\bplease note\b/i, 'what happened and what to do'],
    [/\banew\b/i, 'again'],
    [/\borganizations?\b/i, 'organisation'],
    [/\bsomebody\b|\banybody\b/i, 'someone, anyone'],
    [/\be-mails?\b|\bmails?\b/i, 'email'],
    [/!/, 'a full stop'],
  ],
  de: [
    [/\bTarif/, 'Plan'],
    [/\bRückmeldung|\bBewertung|\bWertung/, 'Auswertung, Punkte'],
    [/\bProbezeit/, 'Testphase'],
    [/\bfreiwillig/i, 'optional'],
    [/\bOwner\b/, 'Inhaber'],
    [/\bSie haben\b|\bIhre[nmrs]? (?:Konto|Daten|Bewerbung|Lebenslauf)/, 'du'],
    [/!/, 'a full stop'],
  ],
  pt: [
    [/\bvocês?(?!\p{L})/iu, 'tu'],
    [
      /\b(?:Envie|Escolha|Tente|Verifique|Guarde|Peça|Insira|Clique)\b/,
      'tu: Envia, Escolhe, Tenta',
    ],
    [/\bsenhas?\b/i, 'palavra-passe'],
    [/\bavaliaç/i, 'análise'],
    [/\bcurrículos?\b/i, 'CV'],
    [/\barquivos?\b/i, 'ficheiro'],
    [/\busuári|\bcadastr|\bsalv(?:ar|o|e)\b|\bexcluir\b|\bbaixar\b|\btela\b/i, 'as in Portugal'],
    [/\bapaga/i, 'eliminar'],
    [/\d[. ]\d{3}\b/, '38\u00a0000, with a no-break space'],
    [/!/, 'a full stop'],
  ],
}

/** One line a word: file, key, what stands there and what to write. */
export function wrongTerms(locale: Locale, file: string, messages: Record<string, unknown>) {
  return Object.entries(messages).flatMap(([key, message]) => {
    // A message with forms is an object; the names of parameters are no words.
    const text = JSON.stringify(message).replaceAll(/\{\w+\}/g, '{}')
    return terms[locale].flatMap(([wrong, better]) => {
      const found = text.match(wrong)
      return found ? [`${locale}/${file} ${key}: “${found[0]}”, write ${better}`] : []
    })
  })
}
