import { plain } from 'local-cloud/model/words.ts'
import { HEADINGS, type SectionKind } from './section-headings.ts'

const KIND_OF = new Map(
  (Object.keys(HEADINGS) as SectionKind[]).flatMap((kind) =>
    HEADINGS[kind].map((heading) => [plain(heading), kind] as const),
  ),
)

/** The kind of section that a line opens; null for a line that is no heading. */
export function headingKind(line: string): SectionKind | null {
  if (line.length > 100) return null
  const bare = line.replace(/^[#*_\s\d.)|>-]+/, '').replace(/[\s:*_|.-]+$/, '')
  if (bare.length < 3 || bare.length > 60) return null
  const letterspaced = /^(?:\S\s){3,}\S$/u.test(bare)
  const heading = plain(letterspaced ? bare.replace(/\s/g, '') : bare).replace(/\s+/g, ' ')
  const whole = KIND_OF.get(heading)
  if (whole) return whole
  const [first, second] = heading.split(/\s*(?:&|\/|,|\+|\band\b|\bund\b|\be\b)\s*/)
  // "Experience and projects" is a heading, "Experience and a clear head" is not.
  const kind = first ? KIND_OF.get(first) : undefined
  return kind && second && heading.split(' ').length <= 5 && /^[\p{L} -]+$/u.test(second)
    ? kind
    : null
}

/** Headings that are common inside a sentence or a title too. */
const COMMON_WORDS = new Set(
  'software strengths stärken qualifikationen career overview introduction internships achievements stationen erfolge carreira trabalho resultados language aptidões employment'.split(
    ' ',
  ),
)

const IN_RUNNING_TEXT = new RegExp(
  `(?<=\\s)(?:${(['summary', 'experience', 'education', 'skills', 'languages', 'projects'] as const)
    .flatMap((kind) => HEADINGS[kind])
    .filter((heading) => heading.length > 5 && !COMMON_WORDS.has(heading))
    .toSorted((a, b) => b.length - a.length)
    .flatMap((heading) => [
      heading.toUpperCase(),
      heading.replace(/(^|\s)\p{L}/gu, (c) => c.toUpperCase()),
    ])
    .join('|')})(?=\\s+\\p{Lu})`,
  'gu',
)

/** Offsets at which to cut a text without line breaks: its bullets, headings and sentences. */
export function splitAtHeadings(line: string): number[] {
  const starts = new Set([0])
  for (const match of line.matchAll(/[•▪●◦‣]|(?<=[.!?]\s)(?=\p{Lu})/gu)) starts.add(match.index)
  for (const match of line.matchAll(IN_RUNNING_TEXT)) {
    starts.add(match.index)
    starts.add(match.index + match[0].length)
  }
  return [...starts].toSorted((a, b) => a - b)
}
