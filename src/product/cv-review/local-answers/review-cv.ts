import { CLOSING, type Language } from 'local-cloud/model/language.ts'
import { oneStop } from 'local-cloud/model/one-stop.ts'
import { pick, plain } from 'local-cloud/model/words.ts'
import { gatherEvidence, type Evidence } from './evidence.ts'
import { findGaps, missingSections } from './find-gaps.ts'
import { findStrengths } from './find-strengths.ts'
import { type Gap, type GapFacts, type Strength, type StrengthFacts } from './findings.ts'
import { figureIn } from './figures.ts'
import { kindOfText, scoreCv, shortfallOf, WEIGHTS, type Kind, type Part } from './score.ts'
import { shownIn, TACIT } from './shown-skills.ts'
import { skillsIn, type Skill } from '#/product/local-answers/skills.ts'
import { yearsCovered } from './timeline.ts'
import {
  REVIEW_WORDING,
  type GapText,
  type ReviewFacts,
  type ReviewWording,
  type StrengthText,
} from './wording.ts'

export type CvReview = {
  language: Language
  score: number
  headline: string
  summary: string
  strengths: (StrengthText & { quote: string })[]
  gaps: (GapText & { quote: string | null })[]
  skills: string[]
  yearsOfExperience: number | null
  missingSections: string[]
  quantifiedResults: number
}

/** Judges a CV by the rules of score.ts, find-strengths.ts and find-gaps.ts. Every quote is a
 * verbatim part of `text`. The text is data: a line that gives orders is reported, never followed.
 * `now` ends the jobs that are still going on. */
export function reviewCv(text: string, language: Language, now: Date): CvReview {
  const evidence = gatherEvidence(text, now)
  const wording = REVIEW_WORDING[language]
  const kind = kindOfText(evidence)
  const { total, parts } = scoreCv(evidence)
  const judged = kind === 'cv' || kind === 'too-short'
  const strengths = judged ? findStrengths(evidence, language) : []
  const praised = new Set(strengths.map(({ quote }) => quote))
  const gaps = findGaps(evidence, kind, language, praised)
  const used = new Map<string, Set<number>>()
  const spokenGaps = gaps.map((gap) => ({
    ...sayGap(wording, gap, usedOf(used, gap)),
    quote: gap.quote,
  }))

  const order = (Object.keys(parts) as Part[]).toSorted(
    (a, b) => parts[b] / WEIGHTS[b] - parts[a] / WEIGHTS[a],
  )
  const byLoss = order.toSorted((a, b) => WEIGHTS[b] - parts[b] - (WEIGHTS[a] - parts[a]))
  const gained = order.toSorted((a, b) => parts[b] - parts[a])
  const worst = byLoss[0] ?? 'results'
  const measured = evidence.work.filter((line) => line.figure !== null).length
  const facts: ReviewFacts = {
    role: evidence.role,
    years: evidence.years,
    isOwnField: isOwnField(evidence),
    score: total,
    measured,
    workLines: evidence.work.length,
    best: gained.find((part) => part !== worst) ?? 'skills',
    worst,
    points: {
      results: [parts.results, WEIGHTS.results],
      action: [parts.action, WEIGHTS.action],
      experience: [parts.experience, WEIGHTS.experience],
      skills: [parts.skills, WEIGHTS.skills],
      structure: [parts.structure, WEIGHTS.structure],
      clarity: [parts.clarity, WEIGHTS.clarity],
    },
    skills: bestSkills(evidence).map((skill) => skill.name[language]),
    isFull: parts[worst] === WEIGHTS[worst],
    shortfall: worst === 'results' ? shortfallOf(evidence) : null,
  }
  const told = judged
    ? { headline: pick(wording.headline(facts), text), summary: wording.summary(facts) }
    : wording.notJudged[kind]

  return {
    language,
    score: cappedScore(kind, total),
    headline: oneStop(told.headline),
    summary: oneStop(`${told.summary}\n\n${CLOSING[language]}`),
    strengths: strengths.map((strength) => ({
      ...sayStrength(wording, strength, usedOf(used, strength)),
      quote: strength.quote,
    })),
    gaps: spokenGaps,
    skills: evidence.skills.map((skill) => skill.name[language]),
    yearsOfExperience: judged ? evidence.years : null,
    missingSections: missingSections(evidence).map((section) => wording.section[section]),
    quantifiedResults: judged
      ? measured +
        evidence.lines.filter((line) => line.section === 'summary' && figureIn(line.said)).length
      : 0,
  }
}

/** The three skills that the CV shows best: in the work and in its field before those only listed. */
function bestSkills(evidence: Evidence): Skill[] {
  const { skills, field, lines } = evidence
  const isShown = shownIn(evidence)
  const listed = new Set(
    lines
      .filter(({ section }) => section === 'skills' || section === 'summary')
      .flatMap(({ said }) => skillsIn(said)),
  )
  const weight = (skill: Skill) =>
    2 * Number(isShown(skill)) + Number(skill.field === field) + Number(listed.has(skill))
  const telling = skills.filter(({ name }) => !TACIT.has(name.en))
  return (telling.length > 0 ? telling : skills)
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, 3)
}

/** True if a good part of the time was spent in the role that the CV names, by a word that both share. */
function isOwnField({ role, jobs, years }: Evidence): boolean {
  if (!role || jobs.length === 0 || years === null) return true
  const stems = (text: string) =>
    (plain(text).match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 6))
  const own = new Set(stems(role))
  const related = jobs.filter(({ title }) => stems(title).some((stem) => own.has(stem)))
  return yearsCovered(related.map(({ range }) => range)) >= years / 3
}

/** A text that is no CV gets almost nothing, however many numbers and skills it names. */
function cappedScore(kind: Kind, total: number): number {
  if (kind === 'empty') return 0
  if (kind === 'not-a-cv') return Math.min(5, total)
  return kind === 'too-short' ? Math.min(20, total) : Math.max(6, total)
}

/** Two findings of one kind are said in two ways. */
function usedOf(used: Map<string, Set<number>>, { kind, facts }: Strength | Gap): Set<number> {
  const key = `${kind} ${'effect' in facts ? facts.effect : ''}`
  const indexes = used.get(key) ?? new Set()
  used.set(key, indexes)
  return indexes
}

function sayStrength<K extends keyof StrengthFacts>(
  wording: ReviewWording,
  { kind, facts, quote }: Strength<K>,
  used: Set<number>,
): StrengthText {
  const { title, detail } = pick(wording.strength[kind](facts), quote, used)
  return { title: oneStop(title), detail: oneStop(detail) }
}

function sayGap<K extends keyof GapFacts>(
  wording: ReviewWording,
  { kind, facts, quote }: Gap<K>,
  used: Set<number>,
): GapText {
  const { title, detail, advice } = pick(wording.gap[kind](facts), quote ?? kind, used)
  return { title: oneStop(title), detail: oneStop(detail), advice: oneStop(advice) }
}
