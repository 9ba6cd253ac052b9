export type Language = 'en' | 'de' | 'pt'

/** Function words, and words of which questions of one or two words are made. */
const WORDS: Record<Language, string> = {
  en: 'the and is are was were what which who how when where why does do did can could would should i my me you your with from about for of to in on at this that there it have has not any tell give please write salary job apply shorter more they hello thanks he she we be if them help need am an so skills work company team pay',
  de: 'der die das und ist sind war wie was welche welcher welches wer wann wo warum wieso kann könnte würde ich mein meine mir mich du dein deine ihr mit von für zu zur zum im auf bei dieser diese dieses es gibt hat habe haben nicht kein keine bitte schreib ein eine einen einem gehalt sie wir uns euch man muss müssen brauche ob noch beim helfen arbeiten also gern welchem stelle bewerbung kenntnisse kürzer mehr ausführlich aufgaben firma passe auch über als seit hallo danke dank dir guten tag moin tschüss vergleich bereite erklär',
  pt: 'o os as e é são foi como que qual quais quem quando onde por porque posso pode poderia eu meu minha você vocês com de do da dos das para em no na nos nas este esta isto isso há tem tenho não um uma favor salário vaga candidatura requisitos eles elas sou bom boa preciso sei sim se ou já oferecem pagam ajudam empresa equipe equipa mais curto curta resumo escreve escreva trabalho sobre ao aos desde olá obrigado obrigada bom boa dia tarde noite ajuda preparar entrevista me quanto quantos quantas fica explica diz escritório férias',
}

const sets = {
  en: new Set(WORDS.en.split(' ')),
  de: new Set(WORDS.de.split(' ')),
  pt: new Set(WORDS.pt.split(' ')),
}

/** The language of a text by its function words; null when nothing tells, as in "Remote?". */
export function detectLanguage(text: string): Language | null {
  const score = { en: 0, de: 0, pt: 0 }
  for (const word of text
    .toLowerCase()
    .slice(0, 20_000)
    .match(/\p{L}+/gu) ?? []) {
    if (sets.en.has(word)) score.en += 1
    if (sets.de.has(word)) score.de += 1
    if (sets.pt.has(word)) score.pt += 1
    if (/[äöüß]/.test(word)) score.de += 0.6
    if (/[ãõçáâêàíó]/.test(word)) score.pt += 0.6
  }
  const order = (['en', 'de', 'pt'] as const).toSorted((a, b) => score[b] - score[a])
  const [first, second] = order
  if (!first || !second || score[first] === 0 || score[first] === score[second]) return null
  return first
}

const NAMES: [RegExp, Language][] = [
  [/^(english|englisch|inglês|en)/i, 'en'],
  [/^(german|deutsch|alemão|de)/i, 'de'],
  [/^(portuguese|portugiesisch|português|pt)/i, 'pt'],
]

const ORDERED_BY_NAME =
  /(?:reply|answer|respond|write|written|output|language|locale|antworte|schreib|sprache|responda|responde|escrev[ae]|idioma|língua)[^.\n]{0,60}?(?<!\p{L})(english|german|portuguese|deutsch|englisch|portugiesisch|português|inglês|alemão)/iu

// Two letters are words of other languages too ("responda de forma curta"), so they need a marker.
const ORDERED_BY_CODE =
  /(?:language|locale|sprache|idioma)\b[^.\n]{0,30}?[:=("'`\s](en|de|pt)(?:[-_]\w{2})?(?!\p{L})|(?:reply|answer|respond|write|texts?)\b[^.\n]{0,30}?\bin ["'`]?(en|de|pt)(?:[-_]\w{2})?(?!\p{L})/iu

/** The language that instructions ask for, by name ("Reply in German") or by code ("language: de"). */
export function orderedLanguage(instructions: string): Language | null {
  const name =
    ORDERED_BY_NAME.exec(instructions)?.[1] ??
    ORDERED_BY_CODE.exec(instructions)?.slice(1).find(Boolean)
  return NAMES.find(([pattern]) => name && pattern.test(name))?.[1] ?? null
}

export const CLOSING: Record<Language, string> = {
  en: 'Local rules, not a language model.',
  de: 'Lokale Regeln, kein Sprachmodell.',
  pt: 'Regras locais, não um modelo de linguagem.',
}
