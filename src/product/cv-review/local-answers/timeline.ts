import { plain } from 'local-cloud/model/words.ts'

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
const MONTH_NAME = `(?:${MONTHS.join('|')})\\.?`
const YEAR = '(?:19|20)\\d{2}'
/** Two digits are a year beside a month only. */
const SHORT_YEAR = "['’‘]?\\d{2}(?![\\d%])(?!\\s?(?:%|€|:))"
const SEASON =
  '(?:(?:early|mid|late|spring|summer|autumn|fall|winter|fruhjahr|fruhling|sommer|herbst|primavera|verao|outono|inverno|ws|ss|wise|sose|q[1-4])[ -](?:de )?)?'
const DAY = '(?:\\d{1,2}(?:st|nd|rd|th)?(?:[./-]|\\.?\\s(?:de\\s)?))?'
const POINT = [
  `${DAY}${MONTH_NAME},?(?:\\s+(?:de\\s+)?|\\s?[/-]\\s?)?(?:${YEAR}|${SHORT_YEAR})`,
  `(?:\\d{1,2}[./-])?(?:0?[1-9]|1[0-2])\\s?[./-]\\s?${YEAR}`,
  `${YEAR}[-./](?:0[1-9]|1[0-2])(?:[-./]\\d{2})?(?!\\d)`,
  `(?:0?[1-9]|1[0-2])/${SHORT_YEAR}`,
  `(?:0[1-9]|1[0-2])\\.${SHORT_YEAR}`,
  `${SEASON}${YEAR}(?:/\\d{2}(?!\\d))?`,
].join('|')
const TO =
  '(?:[-–—~]\\s*)?(?:\\b(?:to|until|till|through|bis(?:\\szum)?|ate(?:\\s(?:a|ao|o))?|a|ao)\\b)|[-–—~]|→'
const NOW =
  '(?:(?:the )?present(?: day)?|now|current|currently|today|date|ongoing|heute|jetzt|dato|aktuell|laufend|fortlaufend|derzeit|gegenwart|gegenwartig|presente|atual|atualmente|atualidade|actual|actualmente|hoje|data|(?:o )?momento|em curso)(?!\\p{L})'
const RANGE = new RegExp(
  `(?<![\\d/.])(${POINT})\\s*(?:${TO})\\s*(?:(${POINT})|(${NOW}))(?!\\d)`,
  'giu',
)
/** "2019–21" and "2019/20". */
const SHORT_END = new RegExp(`(?<![\\d/.])(${YEAR})\\s?[-–—/]\\s?['’]?(\\d{2})(?![\\d.,%])`, 'giu')
/** "March – June 2021" and "07–09/2019" name the year once. */
const SAME_YEAR = new RegExp(
  `(?<![\\d/.])(?:(${MONTH_NAME})|(0?[1-9]|1[0-2]))\\s?(?:${TO})\\s?(?:(${MONTH_NAME})\\s+(?:de\\s+)?|(0?[1-9]|1[0-2])[./])(${YEAR})(?!\\d)`,
  'giu',
)
/** "2019 –" at the end of a line goes on. */
const OPEN_END = new RegExp(`(?<![\\d/.])(${POINT})\\s*[-–—]\\s*(?=$|[|)])`, 'giu')
const SINCE = new RegExp(
  `(?<!\\p{L})(?:since|seit|desde|ab|a partir de)\\s+(${POINT})(?!\\d)`,
  'giu',
)

type Month = { month: number; coarse: boolean }

function monthOf(point: string, atEnd: boolean, today: number): Month | null {
  const name = MONTHS.findIndex((names) =>
    new RegExp(`(?<!\\p{L})(?:${names})(?!\\p{L})`, 'iu').test(point),
  )
  const full = new RegExp(YEAR).exec(point)?.[0]
  const short = full ? null : /(\d{2})$/.exec(point)?.[1]
  const year = full ? Number(full) : short ? fullYear(Number(short), today) : null
  if (year === null) return null
  const number =
    /(?:^|[./-])(\d{1,2})\s?(?:[./-]\s?\d{4}|[./]\s?['’‘]?\d{2})$/.exec(point)?.[1] ??
    /^\d{4}[-./](\d{2})(?:[-./]\d{2})?$/.exec(point)?.[1]
  const month = name >= 0 ? name : number ? Number(number) - 1 : null
  if (month === null) return { month: year * 12, coarse: true }
  // "03/2019 – 05/2021" includes May.
  return { month: year * 12 + month + (atEnd ? 1 : 0), coarse: false }
}

/** 19 is 2019 and 87 is 1987; 45 is neither. */
function fullYear(short: number, today: number): number | null {
  if (short <= (Math.floor(today / 12) % 100) + 1) return 2000 + short
  return short >= 60 ? 1900 + short : null
}

const STARTS_WITH_DATE = new RegExp(`^\\W*(?:${POINT})(?!\\d)`, 'iu')

export const startsWithDate = (line: string): boolean =>
  STARTS_WITH_DATE.test(plain(line.slice(0, 40)))

/** The periods that a line names: "03/2019 – present", "2017-2021", "seit 2020", "mar. 2018 a jun. 2020". */
export function rangesIn(line: string, now: Date): Range[] {
  const today = now.getFullYear() * 12 + now.getMonth() + 1
  if (!/\d{2}/.test(line) || line.length > 2000) return []
  // Lengths must not change, or the text could not be cut out of the original line.
  const text = line.replace(/\p{L}/gu, (letter) => plain(letter).charAt(0) || letter)
  const found: Range[] = []
  const add = (match: RegExpExecArray, start: Month | null, end: Month | null, open: boolean) => {
    if (!start || !end) return
    const sameYear = start.coarse && end.coarse && start.month === end.month
    const to = sameYear ? end.month + 6 : end.month
    found.push({
      from: start.month,
      to: Math.min(to, Math.max(today, start.month)),
      open,
      impossible: to < start.month || start.month > today,
      coarse: start.coarse || (end.coarse && !open),
      text: line.slice(match.index, match.index + match[0].length),
    })
  }
  const untilNow: Month = { month: today, coarse: false }
  const at = (point: string | undefined, atEnd = false) => monthOf(point ?? '', atEnd, today)

  for (const match of text.matchAll(RANGE))
    add(match, at(match[1]), match[2] ? at(match[2], true) : untilNow, !match[2])
  if (found.length > 0) return found
  for (const match of text.matchAll(SAME_YEAR)) {
    const year = match[5] ?? ''
    const point = (name = '', number = '') => (name ? `${name} ${year}` : `${number}/${year}`)
    add(match, at(point(match[1], match[2])), at(point(match[3], match[4]), true), false)
  }
  if (found.length > 0) return found
  for (const match of text.matchAll(SHORT_END)) {
    const end = `${match[1]?.slice(0, 2)}${match[2]}`
    if (Number(end) > Number(match[1])) add(match, at(match[1]), at(end, true), false)
  }
  if (found.length > 0) return found
  for (const match of [...text.matchAll(SINCE), ...text.matchAll(OPEN_END)])
    add(match, at(match[1]), untilNow, true)
  return found
}

const SINGLE = new RegExp(`(?<![\\d/.,€$£-])(${POINT})(?![\\d/.%-])`, 'iu')

/** "Intern, summer 2021": the one date of a line without a period, as half a year or a month. */
export function singleDateIn(line: string, now: Date): Range | null {
  const today = now.getFullYear() * 12 + now.getMonth() + 1
  const text = line.replace(/\p{L}/gu, (letter) => plain(letter).charAt(0) || letter)
  const match = SINGLE.exec(text)
  const start = match && monthOf(match[1] ?? '', false, today)
  if (!match || !start) return null
  return {
    from: start.month,
    to: Math.min(start.month + (start.coarse ? 6 : 1), Math.max(today, start.month)),
    open: false,
    impossible: start.month > today,
    coarse: true,
    text: line.slice(match.index, match.index + match[0].length),
  }
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
