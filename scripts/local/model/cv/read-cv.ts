import { countWords } from '../words.ts'
import { headingKind, splitAtHeadings, type SectionKind } from './sections.ts'

/** One thing that a CV says: a line, or a bullet with the lines that it wraps onto. */
export type CvLine = {
  /** Verbatim slice of the CV, from `start` to `end`. */
  text: string
  start: number
  end: number
  /** The same without bullet sign and line breaks, for reading. */
  said: string
  bullet: boolean
  heading: boolean
  section: SectionKind | null
}

export type Cv = {
  text: string
  lines: CvLine[]
  sections: Set<SectionKind>
  words: number
  email: string | null
  phone: string | null
  link: string | null
}

const BULLET = /^(?:[•▪●◦‣·∙*–—\-→➢✓]|\d{1,2}[.)])\s*(?=\S)/u
const DATE_START = /^\W*(?:\d{1,2}[./-])?(?:19|20)\d{2}\b/

type Piece = { start: number; end: number }

/** Lines with their place in the text. Some PDF extractions give one endless line: that is cut at
 * bullets, headings and sentences, so that it can still be read. */
function pieces(text: string): Piece[] {
  const found: Piece[] = []
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const starts = match[0].length > 500 ? splitAtHeadings(match[0]) : [0]
    for (const [index, from] of starts.entries()) {
      const to = starts[index + 1] ?? match[0].length
      const slice = match[0].slice(from, to)
      const trimmed = slice.trim()
      if (!trimmed) continue
      const start = match.index + from + (slice.length - slice.trimStart().length)
      found.push({ start, end: start + trimmed.length })
    }
  }
  return found
}

/** A wrapped bullet goes on in a line that starts small, or after a long line without an end. */
function continues(previous: string, next: string): boolean {
  if (BULLET.test(next) || headingKind(next) || DATE_START.test(next)) return false
  if (/^\p{Ll}/u.test(next)) return true
  return BULLET.test(previous) && previous.length > 70 && !/[.:;!?]$/.test(previous)
}

export function readCv(text: string): Cv {
  const lines: CvLine[] = []
  const sections = new Set<SectionKind>()
  let section: SectionKind | null = null
  const all = pieces(text)
  for (let i = 0; i < all.length; i++) {
    const piece = all[i]
    if (!piece) continue
    const { start } = piece
    let { end } = piece
    const first = text.slice(start, end)
    const kind = headingKind(first)
    if (kind) {
      section = kind
      sections.add(kind)
      lines.push({ text: first, start, end, said: first, bullet: false, heading: true, section })
      continue
    }
    for (let next = all[i + 1]; next; next = all[i + 1]) {
      const previous = text.slice(Math.max(start, text.lastIndexOf('\n', end - 1) + 1), end)
      const wrapped = text.slice(next.start, next.end)
      const startsBullet = BULLET.test(first) || first.length > 70
      if (!startsBullet || !continues(BULLET.test(first) ? `- ${previous}` : previous, wrapped))
        break
      if (next.end - start > 600) break
      end = next.end
      i++
    }
    const verbatim = text.slice(start, end)
    const label = /^([\p{L}][\p{L} &/-]{2,32}):\s+\S/u.exec(verbatim)?.[1]
    const labelled = label ? headingKind(label) : null
    if (labelled && labelled !== 'experience') sections.add(labelled)
    lines.push({
      text: verbatim,
      start,
      end,
      said: verbatim.replace(BULLET, '').replace(/\s+/g, ' '),
      bullet: BULLET.test(verbatim),
      heading: false,
      section: labelled ?? section,
    })
  }
  return {
    text,
    lines,
    sections,
    words: countWords(text),
    email: /[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]+\w/.exec(text)?.[0] ?? null,
    phone: findPhone(text),
    link:
      /(?:https?:\/\/|www\.)\S+|\b(?:linkedin|github|gitlab|behance|dribbble|xing)\.com\S*/i.exec(
        text,
      )?.[0] ?? null,
  }
}

function findPhone(text: string): string | null {
  for (const match of text.matchAll(/(?:\+|\(?0|\b\d)[\d ()/.-]{7,20}\d/g)) {
    const digits = match[0].replace(/\D/g, '')
    const isDates = /(?:19|20)\d{2}\D.*(?:19|20)\d{2}|\d[./-](?:19|20)\d{2}\b/.test(match[0])
    if (digits.length >= 8 && digits.length <= 15 && !isDates) return match[0].trim()
  }
  return null
}
