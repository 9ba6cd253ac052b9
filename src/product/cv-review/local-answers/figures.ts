import { COUNTING, FIGURES, GERMAN_THINGS, NUMBER } from './figure-patterns.ts'

const GERMAN =
  /[äöüß]|(?<!\p{L})(?:der|die|das|den|dem|und|im|mit|von|auf|bei|zur|zum|an|am|als|pro)(?!\p{L})|(?<!\p{L})(?:\p{L}*ge\p{L}{2,}t|\p{L}+iert)\.?$/iu

const NOT_IN_A_PHRASE = new RegExp(
  '^(?:in|of|for|with|and|or|to|on|at|by|from|into|across|during|per|the|than|as|within|over|daily|weekly|monthly|yearly|while|through|under|und|oder|mit|für|pro|im|am|bei|aus|auf|nach|von|vor|durch|täglich|wöchentlich|de|da|do|das|dos|em|no|na|nos|nas|com|para|por|e|ou|a|ao|entre|durante|sob)$',
  'iu',
)
/** The noun that was counted: plural, a German noun, or one that stays the same. */
const NOUN =
  /^(?!(?:pequen[ao]s|grandes|nov[ao]s|médi[ao]s|vári[ao]s|divers[ao]s|jovens|principais|pesad[ao]s|various|numerous|previous)$)(?:\p{Lu}.*|.*[^s\s]s|people|staff|children|women|men|personnel|equipment|media)$/u
/** "12 a day" counts what the sentence is about. */
const RATE = /\d\s(?:an?|per|pro|am|im|por|ao|à)\s\p{L}+$/u

/**
 * "2,300 small" and "38 user" are cut off: the phrase goes on to the noun that was counted ("2,300
 * small businesses"). Null when no noun follows.
 */
function wholePhrase(text: string, from: number, matched: string): string | null {
  if (!/\d[.,\d]*\+?[\s-]+\p{L}[\p{L}\s-]*$/u.test(matched)) return matched
  if (RATE.test(matched)) return matched
  const isOne = /^1\s/.test(matched)
  let end = from + matched.length
  let last = matched.split(/\s/).at(-1) ?? ''
  for (let words = 0; words < 4; words++) {
    if (isOne || (!/\d-\p{L}+$/u.test(last) && NOUN.test(last))) return text.slice(from, end)
    const next = /^\s(\p{L}[\p{L}’'-]*)/u.exec(text.slice(end))
    if (!next?.[1] || NOT_IN_A_PHRASE.test(next[1])) break
    end += next[0].length
    // "24-bed ward": a compound counts itself, so any noun ends it.
    if (/\d-\p{L}+$/u.test(last)) return text.slice(from, end)
    last = next[1]
  }
  return null
}

const NOT_RESULTS = new RegExp(
  // Years, dates, phone numbers, and years of experience say nothing about a result.
  `\\b(?:\\d{1,2}[./-])?(?:19|20)\\d{2}\\b|\\+?\\d[\\d ()/-]{8,24}\\d|(?:${NUMBER})\\+?\\s(?:years?|jahren?|anos)\\b`,
  'giu',
)

/** The figure that makes a line a measured result ("38%", "from 6 to 2 days", "12 engineers"). */
export function figureIn(text: string): string | null {
  if (text.length > 2000) return null
  const blanked = text.replace(NOT_RESULTS, (match) => ' '.repeat(match.length))
  for (const pattern of FIGURES) {
    const match = pattern.exec(blanked)
    if (!match || (pattern === GERMAN_THINGS && !GERMAN.test(text))) continue
    const found = text.slice(match.index, match.index + match[0].length).trimEnd()
    const phrase = COUNTING.has(pattern) ? wholePhrase(text, match.index, found) : found
    if (phrase) return phrase.trim()
  }
  return null
}

export type Effect = 'up' | 'down' | 'scale'

const UP =
  /(?<!\p{L})(?:up (?:by )?\d|increas|grew|grow|rais|rose|doubl|trip?l|trebl|boost|improv|lift|won|exceed|expand|steiger|gesteiger|erhöh|verbesser|verdoppel|verdreifach|gewonn|gewann|wachs|gewachsen|ausgebaut|übertroffen|aument|cresc|subi|melhor|dobr|dupli|tripli|conquist|ampli|super(?:ei|ou|ámos))/iu
const DOWN =
  /(?<!\p{L})(?:down (?:by )?\d|reduc|cut(?!ting|l)|lower|decreas|sav(?!v)|shorten|eliminat|halv|fell(?!\p{L})|fewer|less(?!\p{L})|senk|gesenk|reduzi|verringer|verkürz|gespart|einspar|halbier|weniger|diminu|baix|desc(?:eu|i)(?!\p{L})|poup|economi|encurt|elimin|redu[zç]|menos(?!\p{L}))/iu
/** "118% of quota" went beyond what was asked. */
const BEYOND =
  /1\d\d(?:[.,]\d+)?\s?(?:%|percent|prozent|por cento)\s(?:of|der|des|do|da)\s(?:the\s)?(?:sales\s)?(?:quota|target|plan|goal|quote|ziel\p{L}*|vorgabe|meta|objetivo)/iu

const IN_MINUTES: [RegExp, number][] = [
  [/^ms/i, 1 / 60_000],
  [/^(?:s|sec\p{L}*|sek\p{L}*|seg\p{L}*)$/iu, 1 / 60],
  [/^min/i, 1],
  [/^(?:h|hours?|stunden?|horas?)$/i, 60],
  [/^(?:days?|tage?n?|arbeitstage?n?|dias?)$/i, 1440],
  [/^(?:weeks?|wochen?|semanas?)$/i, 10_080],
  [/^(?:months?|monate?n?|meses|mês)$/i, 43_200],
]

/** The more frequent first. */
const OFTEN = [
  /daily|täglich|diári|diaria/i,
  /weekly|wöchentlich|seman/i,
  /monthly|monatlich|mens/i,
  /quarterly|trimestr|vierteljähr/i,
  /yearly|annual|jährlich|anua/i,
]

/** "from 4 days to 6 hours" goes down although 6 is more than 4. */
function directionOf(figure: string): Effect | null {
  const rates = OFTEN.flatMap((name, rank) =>
    name.test(figure) ? [{ rank, at: figure.search(name) }] : [],
  )
  const [often, seldom] = rates
  if (often && seldom) return often.at > seldom.at ? 'up' : 'down'
  const [first, second] = [...figure.matchAll(/(\d[\d.,]*)\s?(\p{L}+|%)?(?=\s|$)/gu)]
  const isReversed = /instead of|rather than|statt|em vez de/i.test(figure)
  const isChange = /^(?:from|von|de)\s|%\s(?:to|auf|para)\s/i.test(figure)
  if (!first || !second || (!isChange && !isReversed)) return null
  const unit = second[2] ?? (isReversed ? first[2] : undefined) ?? ''
  const ownUnit = first[2] && !/^(?:to|auf|para|a)$/i.test(first[2]) ? first[2] : unit
  const value = (number: string, of: string) =>
    Number(number.replace(/[.,](?=\d{3}\b)/g, '').replace(',', '.')) *
    (IN_MINUTES.find(([pattern]) => pattern.test(of))?.[1] ?? 1)
  const change = value(second[1] ?? '', unit) - value(first[1] ?? '', ownUnit)
  return change < 0 === isReversed ? 'up' : 'down'
}

const CLAUSE_END = /[,;.:()](?=\s)|\s(?:and|while|with|und|sowie|während|e|enquanto)\s/giu

/** The part of the sentence around the figure, from one comma or "and" to the next. */
function clauseAround(text: string, figure: string): string {
  const at = text.indexOf(figure)
  const ends = [...text.matchAll(CLAUSE_END)].map((match) => match.index)
  const from = ends.findLast((end) => end < at) ?? 0
  return text.slice(from, ends.find((end) => end >= at + figure.length) ?? text.length)
}

/** Tells whether the figure is about growth, of something made less, or only of size. */
export function effectOf(text: string): Effect {
  const figure = figureIn(text)
  if (!figure) return 'scale'
  const direction = directionOf(figure)
  if (direction) return direction
  if (BEYOND.test(text)) return 'up'
  const clause = clauseAround(text, figure)
  // "Planned 120 moves and cut the cost": the moves are a size, whatever the sentence says next.
  const isCount = [...COUNTING].some((pattern) => pattern.test(figure)) && !/%/.test(figure)
  for (const part of isCount ? [clause] : [clause, text]) {
    if (DOWN.test(part)) return 'down'
    if (UP.test(part)) return 'up'
  }
  return 'scale'
}

const PEOPLE =
  /(?<![\p{L}\d.,])(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|duas|dois|três|quatro|cinco|seis|sete|oito|nove|dez|doze)\s(?:\p{L}+[\s-]){0,2}?(?:people|engineers?|developers?|designers?|nurses?|assistants|employees|staff|members|reports|colleagues|apprentices|trainees|interns|volunteers|students|mitarbeite\p{L}*|auszubildende\p{L}*|azubis|fachkräfte\p{L}*|personen|leute\p{L}*|kolleg\p{L}+|pessoas|colaboradores|enfermeiros|enfermeiras|engenheiros|programadores|desenvolvedores|técnicos|estagiários|analistas|vendedores|colegas)(?!\p{L})(?:(?<=innen) und \p{Lu}\p{L}+)?|(?:team|brigade|crew|squad|group|equipa|equipe|brigada)\s(?:of|von|mit|de|com)\s(?:\d+|\p{L}+)(?:\s(?!(?:across|through|over|with|from|into|within|during|para|entre|sobre|durch|über|unter)(?!\p{L}))\p{Ll}{5,}(?!\p{L}))?/iu

/** The words on how many people were led ("team of 12"); null if the line has none. */
export const peopleIn = (text: string): string | null => PEOPLE.exec(text)?.[0] ?? null
