import { countWords } from 'local-cloud/model/words.ts'
import { findContact, type Contact } from './contact.ts'
import { roleIn } from './role.ts'
import type { SectionKind } from './section-headings.ts'
import { headingKind, splitAtHeadings } from './sections.ts'
import { skillsIn } from '#/product/local-answers/skills.ts'
import { startsWithDate } from './timeline.ts'

/** A statement of a CV: a line, or a bullet with the lines that it wraps onto. */
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

export type Cv = Contact & {
  text: string
  lines: CvLine[]
  sections: Set<SectionKind>
  words: number
}

const BULLET = /^(?:[•▪●◦‣·∙*–—\-→➢✓]|\d{1,2}[.)](?=\s))\s*(?=\S)/u
/** A phrase does not end in such a word, nor does a line begin with it in lower case. */
const BINDS =
  'and|or|of|for|to|in|on|at|by|with|from|where|which|that|the|a|an|before|after|und|oder|für|mit|von|bei|im|am|der|die|das|den|dem|des|zur|zum|sowie|e|ou|de|da|do|das|dos|em|na|no|nas|nos|com|para|por|que|ao|à'
const OPEN_END = new RegExp(`(?:,|(?<!\\p{L})(?:${BINDS}))$`, 'u')
const GOES_ON = new RegExp(`^(?:${BINDS})\\s`, 'u')

type Piece = { start: number; end: number }

/** Lines with their place in the text. Some PDF extractions give one endless line: that is cut at
 * bullets, headings and sentences, so that it can still be read. */
function pieces(text: string): Piece[] {
  const found: Piece[] = []
  const labels = labelsBeside(text)
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const starts = match[0].length > 500 ? splitAtHeadings(match[0]) : [0]
    for (const [index, from] of starts.entries()) {
      const to = starts[index + 1] ?? match[0].length
      const slice = match[0].slice(from, to)
      const trimmed = slice.trim()
      if (!trimmed) continue
      const start = match.index + from + (slice.length - slice.trimStart().length)
      const at = sideLabel(trimmed, labels)
      if (at > 0) {
        const label = trimmed.slice(0, at).replace(/[\s|]+$/, '')
        found.push({ start, end: start + label.length })
      }
      found.push({ start: start + at, end: start + trimmed.length })
    }
  }
  return found
}

/**
 * The column at which the text begins beside a label of its own ("Experience    Nurse, Charité"); 0
 * without such a label.
 */
function sideLabel(line: string, labels: ReadonlySet<SectionKind>): number {
  const beside = /^(\p{L}[\p{L} &/-]{2,40}?):?(?:\t+\s*| {2,}|\s*\|\s+)(?=\S)/u.exec(line)
  if (beside?.[1] && headingKind(beside[1])) return beside[0].length
  const label = narrowLabel(line)
  return label && labels.has(label.kind) ? label.length : 0
}

/** A label that only a blank parts from its text, as a PDF's columns come out: "Education BSc ...". */
function narrowLabel(line: string): { kind: SectionKind; length: number } | null {
  const words = line.split(' ')
  for (let count = Math.min(3, words.length - 1); count > 0; count--) {
    const label = words.slice(0, count).join(' ')
    const kind = headingKind(label)
    if (kind && /^[\p{Lu}\d]/u.test(label) && /^[\p{Lu}\d]/u.test(words[count] ?? ''))
      return { kind, length: label.length + 1 }
  }
  return null
}

/** "Education Officer" is a job. Only where several labels stand so and no heading does are they labels. */
function labelsBeside(text: string): Set<SectionKind> {
  const beside = new Set<SectionKind>()
  const alone = new Set<SectionKind>()
  for (const line of text.split(/[\r\n]+/)) {
    const kind = headingKind(line.trim())
    if (kind) alone.add(kind)
    const label = line.length > 500 ? null : narrowLabel(line.trim())
    if (label) beside.add(label.kind)
  }
  const labels = new Set([...beside].filter((kind) => !alone.has(kind)))
  return labels.size > 1 ? labels : new Set()
}

/** A wrapped line goes on in one that starts small, or after a long bullet without an end. */
function continues(previous: string, next: string, isBullet: boolean, last: string): boolean {
  if (BULLET.test(next) || headingKind(next) || startsWithDate(next)) return false
  if (/@|:\/\/|^www\./.test(next)) return false
  if (OPEN_END.test(previous) && /^\p{Ll}/u.test(next)) return true
  if (GOES_ON.test(next) && !/[.:;!?]$/.test(previous)) return true
  if (!isBullet && previous.length <= 70) return false
  if (/^\p{Ll}/u.test(next)) return true
  if (startsWithDate(last) || roleIn(next)) return false
  return isBullet && previous.length > 70 && !/[.:;!?]$/.test(previous)
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
      const after = all[i + 2]
      const last = after ? text.slice(after.start, after.end) : ''
      const isBullet = BULLET.test(first)
      if (!continues(previous, wrapped, isBullet, last)) break
      if (next.end - start > 600) break
      end = next.end
      i++
    }
    const verbatim = text.slice(start, end)
    const label = /^([\p{L}][\p{L} &/-]{2,32}):\s+\S/u.exec(verbatim)?.[1]
    // "Languages: Go, Rust" are skills.
    const kindOfLabel = label ? headingKind(label) : null
    const labelled =
      kindOfLabel === 'languages' && skillsIn(verbatim).length > 1 ? 'skills' : kindOfLabel
    if (labelled && labelled !== 'experience') sections.add(labelled)
    // "Tools: Kafka" inside a job is a line of that job; elsewhere a label begins its section.
    if (labelled && section !== 'experience' && section !== 'projects') {
      section = labelled
      sections.add(labelled)
    }
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
  markSummary(lines, sections)
  return {
    text,
    lines,
    sections,
    words: countWords(text),
    ...findContact(text),
  }
}

/** Sentences under the name, above the first heading, are a summary without a heading of its own. */
function markSummary(lines: CvLine[], sections: Set<SectionKind>) {
  if (sections.has('summary') || !sections.has('experience')) return
  for (const line of lines) {
    if (line.heading) return
    if (line.bullet || !/[.!]$/.test(line.said) || line.said.split(' ').length < 6) continue
    line.section = 'summary'
    sections.add('summary')
  }
}
