import { clichesIn, cvMarks, type Evidence } from './evidence.ts'
import type { Job } from './jobs.ts'
import { vagueWord } from './phrases.ts'
import { merged } from './timeline.ts'

export type Part = 'results' | 'action' | 'experience' | 'skills' | 'structure' | 'clarity'

/** The shares of the 100 points. */
export const WEIGHTS: Record<Part, number> = {
  /** Lines about work that carry a measured outcome: 55 % for their share, 45 % for their number. */
  results: 30,
  /** Lines that open with what the person did, less those that hide it ("responsible for"). */
  action: 15,
  /** Dated jobs, years (full at six), an unbroken and possible timeline. */
  experience: 20,
  /** Specific skills (full at fourteen), and skills that show up in the work itself (full at nine). */
  skills: 15,
  /** Contact, experience, education, skills, summary. */
  structure: 12,
  /** Length, bullets, sentences that can be read in one go, few clichés and vague words. */
  clarity: 8,
}

/** So many measured lines bring all the points for their number. */
export const FULL_MEASURED = 9
/** A size ("9 services") shows less than a change ("from 9 days to 5"). */
const SIZE_COUNTS = 0.6

type Score = { total: number; parts: Record<Part, number> }

const full = (value: number, target: number) => Math.max(0, Math.min(1, value / target))

export function scoreCv(evidence: Evidence): Score {
  const { cv, work, jobs, undated, skills, skillsInWork, years } = evidence
  // With fewer than five lines about work, a good share of them proves little.
  const substance = full(work.length, 5)

  const measured = work.reduce(
    (sum, { figure, effect }) => sum + (figure === null ? 0 : effect === 'scale' ? SIZE_COUNTS : 1),
    0,
  )
  const measuredShare = work.length > 0 ? measured / work.length : 0
  const results = 0.55 * full(measuredShare, 0.8) * substance + 0.45 * full(measured, FULL_MEASURED)

  const strong = work.filter((line) => line.strong !== null && line.passive === null).length
  const passive = work.filter((line) => line.passive !== null).length
  const action =
    work.length > 0 ? full((strong - 0.7 * passive) / work.length, 0.75) * substance : 0

  const named = jobs.length + undated.length
  const dated = named > 0 ? jobs.filter((job) => !job.range.impossible).length / named : 0
  const gaps = timelineGaps(evidence).length
  const calm = jobs.length === 0 ? 0 : Math.max(0, 1 - 0.5 * gaps)
  const experience = 0.4 * dated + 0.4 * full(years ?? 0, 6) + 0.2 * calm

  const skill = 0.6 * full(skills.length, 14) + 0.4 * full(skillsInWork.size, 9)

  const has = (kind: Parameters<typeof cv.sections.has>[0]) => (cv.sections.has(kind) ? 1 : 0)
  const contact = (cv.email ? 1 : 0) + (cv.phone ? 1 : 0) + (cv.link ? 1 : 0)
  const structure =
    (contact +
      3 * has('experience') +
      2 * has('education') +
      2 * has('skills') +
      2 * has('summary')) /
    12

  const noise = clichesIn(evidence).length + work.filter((line) => vagueWord(line.line.said)).length
  const longest = Math.max(0, ...work.map((line) => line.line.said.split(' ').length))
  const bullets = work.filter(({ line }) => line.bullet || line.said.split(' ').length <= 25).length
  const clarity =
    (3 * Math.min(full(cv.words, 250), full(1600 - cv.words, 600)) +
      2 * full(bullets, 5) +
      Math.max(0, 2 - 0.5 * noise) +
      (longest > 0 && longest <= 40 ? 1 : 0)) /
    8

  const shares: Record<Part, number> = {
    results,
    action,
    experience,
    skills: skill,
    structure,
    clarity,
  }
  const parts = { results: 0, action: 0, experience: 0, skills: 0, structure: 0, clarity: 0 }
  let sum = 0
  for (const part of Object.keys(parts) as Part[]) {
    parts[part] = Math.round(WEIGHTS[part] * Math.max(0, Math.min(1, shares[part])))
    sum += WEIGHTS[part] * Math.max(0, Math.min(1, shares[part]))
  }
  return { total: Math.round(sum), parts }
}

/** The reason why results lose points although nearly every line carries one. */
export type Shortfall = { of: 'lines' | 'changes'; count: number }

export function shortfallOf({ work }: Evidence): Shortfall | null {
  const measured = work.filter((line) => line.figure !== null)
  if (measured.length <= 0.75 * work.length) return null
  const sizes = measured.filter((line) => line.effect === 'scale').length
  const missing = Math.max(0, FULL_MEASURED - measured.length)
  if (missing >= (1 - SIZE_COUNTS) * sizes)
    return missing > 0 ? { of: 'lines', count: measured.length } : null
  return { of: 'changes', count: sizes }
}

/** `isCoarse`: one of its edges is known by its year only. */
export type TimelineGap = { from: number; to: number; after: Job; isCoarse: boolean }

/** Months without work or study between two jobs: ten or more, or fifteen where only years are given. */
export function timelineGaps(evidence: Evidence): TimelineGap[] {
  const valid = evidence.jobs.filter((job) => !job.range.impossible)
  const busy = merged([...valid.map((job) => job.range), ...evidence.studies])
  const found: TimelineGap[] = []
  for (const [index, period] of busy.entries()) {
    const next = busy[index + 1]
    const after = next && valid.find((job) => job.range.from === next.from)
    if (!next || !after) continue
    if (!valid.some((job) => job.range.to <= period.to)) continue
    const coarse = valid.some(
      (job) => job.range.coarse && (job.range.to === period.to || job === after),
    )
    if (next.from - period.to >= (coarse ? 15 : 10))
      found.push({ from: period.to, to: next.from, after, isCoarse: coarse })
  }
  return found
}

export type Kind = 'cv' | 'too-short' | 'not-a-cv' | 'empty'

/** Tells a CV from a text that is too short, empty or something else. */
export function kindOfText(evidence: Evidence): Kind {
  if (evidence.lines.length === 0 || evidence.cv.words < 8) return 'empty'
  const marks = cvMarks(evidence)
  if (marks < 2 || (marks === 2 && evidence.jobs.length === 0 && evidence.role === null))
    return 'not-a-cv'
  return evidence.cv.words < 45 ? 'too-short' : 'cv'
}
