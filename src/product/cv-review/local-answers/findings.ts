import type { Effect } from './figures.ts'
import type { Topic } from './topics.ts'

export type Missing = 'contact' | 'summary' | 'experience' | 'education' | 'skills' | 'languages'
export type ContactPart = 'email' | 'phone' | 'link'

/** The facts about the CV that each strength names. */
export type StrengthFacts = {
  measured: { figure: string; effect: Effect; topic: Topic }
  leadership: { people: string | null; trains: boolean }
  progression: { from: string; to: string }
  depth: { years: number; skills: string[] }
  skillsInWork: { skills: string[]; total: number }
  summary: { skills: string[] }
  languages: Record<never, never>
  certificate: Record<never, never>
  project: { skills: string[] }
  education: Record<never, never>
  directVoice: { verb: string; count: number; total: number }
  skillRange: { skills: string[]; total: number }
  reachable: Record<never, never>
  order: { count: number }
}

export type GapFacts = {
  addressesReviewer: Record<never, never>
  empty: Record<never, never>
  notACv: { start: string }
  tooShort: { words: number }
  tooLong: { words: number }
  noExperience: Record<never, never>
  noResult: { topic: Topic }
  onlySize: { figure: string; topic: Topic }
  flatSummary: Record<never, never>
  passive: { phrase: string }
  cliche: { phrase: string }
  vague: { word: string }
  /** Months are null where only years are given. */
  timelineGap: { from: string; to: string; months: number | null }
  undated: Record<never, never>
  impossibleDates: { dates: string }
  shortStints: { count: number }
  missingSections: { missing: Missing[] }
  contact: { missing: ContactPart[] }
  unshownSkills: { skills: string[] }
  fewSkills: { count: number }
  longLine: { words: number }
  noBullets: Record<never, never>
  misspelling: { wrong: string; right: string }
  personal: { detail: string }
  noWorkLink: { field: 'engineering' | 'design' }
}

export type Strength<K extends keyof StrengthFacts = keyof StrengthFacts> = {
  [P in K]: { kind: P; facts: StrengthFacts[P]; quote: string; weight: number }
}[K]

export type Gap<K extends keyof GapFacts = keyof GapFacts> = {
  [P in K]: { kind: P; facts: GapFacts[P]; quote: string | null; weight: number }
}[K]

const QUOTE_MAX = 200

/** A quote stays verbatim; a very long one ends early, at the end of a sentence or a phrase. */
export function quoted(text: string): string {
  if (text.length <= QUOTE_MAX) return text
  const start = text.slice(0, QUOTE_MAX + 1)
  for (const end of [
    /[.!?;:](?=\s)/g,
    /[,)](?=\s)|\s[–—](?=\s)|\n/g,
    /\s(?=(?:and|or|und|e|ou)\s)/g,
    /\s/g,
  ]) {
    const last = [...start.matchAll(end)].at(-1)
    if (last && last.index > 80)
      return start.slice(0, last.index + (/[.!?)]/.test(last[0]) ? 1 : 0)).trimEnd()
  }
  return start.slice(0, QUOTE_MAX)
}

/** The heaviest first, at most `limit`, at most `each` of a kind, and no line twice. */
export function heaviest<F extends { kind: string; quote: string | null; weight: number }>(
  findings: readonly F[],
  limit: number,
  each: (kind: F['kind']) => number,
): F[] {
  const chosen: F[] = []
  for (const finding of findings.toSorted((a, b) => b.weight - a.weight)) {
    if (chosen.length === limit) break
    if (finding.quote !== null && chosen.some((other) => other.quote === finding.quote)) continue
    if (chosen.filter((other) => other.kind === finding.kind).length >= each(finding.kind)) continue
    chosen.push(finding)
  }
  return chosen
}
