import { plain } from '../words.ts'

/** Months since year 0, so that intervals can be compared and subtracted. */
export type Range = {
  from: number
  to: number
  open: boolean
  /** The end lies before the start, or the start in the future. */
  impossible: boolean
  /** Only years were given, so the edges are uncertain by months. */
  coarse: boolean
  /** As written. */
  text: string
}

const MONTHS = [
  'jan|januar|janner|january|janeiro',
  'feb|fev|februar|february|fevereiro',
  'mar|mrz|maerz|marz|march|marco',
  'apr|abr|april|abril',
  'may|mai|maio',
  'jun|june|juni|junho',
  'jul|july|juli|julho',
  'aug|ago|august|agosto',
  'sep|sept|set|september|setembro',
  'oct|okt|out|october|oktober|outubro',
  'nov|november|novembro',
  'dec|dez|december|dezember|dezembro',
]
const MONTH_NAME = MONTHS.join('|')
const POINT = `(?:(?:${MONTH_NAME})\\.?,?\\s+(?:de\\s+)?(?:19|20)\\d{2}|(?:0?[1-9]|1[0-2])\\s?[./]\\s?(?:19|20)\\d{2}|(?:19|20)\\d{2}[-./](?:0[1-9]|1[0-2])(?!\\d)|(?:19|20)\\d{2})`
const NOW =
  '(?:present|now|current|currently|today|ongoing|heute|jetzt|aktuell|laufend|presente|atual|atualmente|actual|hoje|o momento)'
const RANGE = new RegExp(
  `(?<![\\d/.])(${POINT})\\s*(?:-|–|—|to|until|till|bis|a|ate|ao)\\s*(?:(${POINT})|(${NOW}))(?![\\d])`,
  'gi',
)
const SINCE = new RegExp(`\\b(?:since|seit|desde|ab)\\s+(${POINT})(?!\\d)`, 'gi')

function monthOf(point: string, atEnd: boolean): { month: number; coarse: boolean } {
  const year = Number(/(?:19|20)\d{2}/.exec(point)?.[0] ?? 0)
  const name = MONTHS.findIndex((names) => new RegExp(`^(?:${names})\\b`, 'i').test(point))
  const number = /^(\d{1,2})\s?[./]/.exec(point)?.[1] ?? /^\d{4}[-./](\d{2})$/.exec(point)?.[1]
  const month = name >= 0 ? name : number ? Number(number) - 1 : null
  if (month === null) return { month: year * 12, coarse: true }
  // "03/2019 – 05/2021" includes May.
  return { month: year * 12 + month + (atEnd ? 1 : 0), coarse: false }
}

/** The periods that a line names: "03/2019 – present", "2017-2021", "seit 2020", "mar. 2018 a jun. 2020". */
export function rangesIn(line: string, now: Date): Range[] {
  const today = now.getFullYear() * 12 + now.getMonth() + 1
  const found: Range[] = []
  // Lengths must not change, or the text could not be cut out of the original line.
  const text = line.replace(/\p{L}/gu, (letter) => plain(letter).charAt(0) || letter)
  for (const match of text.matchAll(RANGE)) {
    const start = monthOf(match[1] ?? '', false)
    const end = match[2] ? monthOf(match[2], true) : { month: today, coarse: false }
    const sameYear = start.coarse && end.coarse && start.month === end.month
    const to = sameYear ? end.month + 6 : end.month
    found.push({
      from: start.month,
      to: Math.min(to, Math.max(today, start.month)),
      open: !match[2],
      impossible: to < start.month || start.month > today,
      coarse: start.coarse || end.coarse,
      text: line.slice(match.index, match.index + match[0].length),
    })
  }
  if (found.length > 0) return found
  for (const match of text.matchAll(SINCE)) {
    const start = monthOf(match[1] ?? '', false)
    found.push({
      from: start.month,
      to: Math.max(today, start.month),
      open: true,
      impossible: start.month > today,
      coarse: start.coarse,
      text: line.slice(match.index, match.index + match[0].length),
    })
  }
  return found
}

/** Overlapping periods become one, sorted by start. */
export function merged(ranges: readonly Range[]): { from: number; to: number }[] {
  const result: { from: number; to: number }[] = []
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to)
    else result.push({ from, to })
  }
  return result
}

/** Years covered by the periods, overlaps counted once, rounded down to halves; 0 without periods. */
export function yearsCovered(ranges: readonly Range[]): number {
  const months = merged(ranges).reduce((sum, range) => sum + range.to - range.from, 0)
  return Math.floor(months / 6) / 2
}

/** A month number as "06/2018". */
export function monthText(month: number): string {
  return `${String((month % 12) + 1).padStart(2, '0')}/${Math.floor(month / 12)}`
}

const CLAIM = /(?<!\d)(\d{1,2})(?:[.,]\d)?\s*\+?\s*(?:years?|yrs?|jahren?|anos)\b(?!\s+old)/i

/** "8 years of experience", "5 Jahre", "10 anos"; null when the text claims nothing. */
export function yearsClaimed(text: string): number | null {
  const years = CLAIM.exec(plain(text))?.[1]
  return years && Number(years) <= 45 ? Number(years) : null
}
