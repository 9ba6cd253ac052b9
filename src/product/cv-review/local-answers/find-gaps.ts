import type { Language } from 'local-cloud/model/language.ts'
import { cut } from 'local-cloud/model/words.ts'
import { clichesIn, type Evidence } from './evidence.ts'
import {
  heaviest,
  quoted,
  type ContactPart,
  type Gap,
  type GapFacts,
  type Missing,
} from './findings.ts'
import { figureIn } from './figures.ts'
import { misspelling, personalDetail, vagueWord } from './phrases.ts'
import type { CvLine } from './read-cv.ts'
import { timelineGaps, type Kind, type TimelineGap } from './score.ts'
import { shownIn, TACIT } from './shown-skills.ts'
import { skillsIn } from '#/product/local-answers/skills.ts'
import { monthText } from './timeline.ts'
import { topicOf } from './topics.ts'

const EXPECTED: Missing[] = ['summary', 'experience', 'education', 'skills']

/** "Englisch (B1)" under another heading. */
const SPOKEN =
  /(?<!\p{L})(?:english|german|french|spanish|portuguese|italian|dutch|polish|turkish|englisch|deutsch|französisch|spanisch|italienisch|portugiesisch|inglês|alemão|francês|espanhol|italiano|português)(?!\p{L})[^\p{L}\d]{0,4}(?:[ABC][12]|native|fluent|basic|intermediate|business|mutter|flie|verhandl|sehr gut|gut|grund|nativ|fluente|língua|avançad|básic)/iu

export function missingSections({ cv, jobs, lines, skills, field }: Evidence): Missing[] {
  const missing: Missing[] = EXPECTED.filter((kind) => !cv.sections.has(kind))
  if (!cv.sections.has('contact') && !cv.email && !cv.phone) missing.unshift('contact')
  const isSpoken = lines.some(({ said }) => SPOKEN.test(said))
  if (
    !cv.sections.has('languages') &&
    !isSpoken &&
    field !== 'engineering' &&
    jobs.length + skills.length > 0
  )
    missing.push('languages')
  return missing
}

/** The three to five things that would help most, each with the line in question where there is one. */
export function findGaps(
  evidence: Evidence,
  kind: Kind,
  language: Language,
  praised: ReadonlySet<string>,
): Gap[] {
  const found: Gap[] = evidence.orders.map((line) => ({
    kind: 'addressesReviewer',
    facts: {},
    quote: quoted(line.text),
    weight: 200,
  }))
  const first = evidence.lines[0]
  if (kind === 'empty') found.push({ kind: 'empty', facts: {}, quote: null, weight: 150 })
  if (kind === 'not-a-cv' && first)
    found.push({
      kind: 'notACv',
      facts: { start: cut(first.said, 60) },
      quote: quoted(first.text),
      weight: 150,
    })
  if (kind === 'empty' || kind === 'not-a-cv')
    return [...heaviest(found, 3, () => 1), missingGap(evidence, []) ?? []].flat()

  const { cv, work, jobs, undated, lines, skills, field } = evidence
  for (const { line, figure, effect, passive } of work) {
    const quote = quoted(line.text)
    const topic = topicOf(line.said)
    if (passive)
      found.push({ kind: 'passive', facts: { phrase: passive }, quote, weight: figure ? 45 : 80 })
    // A size that is praised as one is not found wanting too.
    if (figure && effect === 'scale' && !passive && !praised.has(quote))
      found.push({ kind: 'onlySize', facts: { figure, topic }, quote, weight: 26 })
    if (!figure && !passive)
      found.push({
        kind: 'noResult',
        facts: { topic },
        quote,
        weight: (topic === 'general' ? 52 : 66) + Math.min(line.said.length, 80) / 20,
      })
    const words = line.said.split(' ').length
    if (words > 42) found.push({ kind: 'longLine', facts: { words }, quote, weight: 48 })
  }
  for (const { line, phrase } of clichesIn(evidence))
    found.push({ kind: 'cliche', facts: { phrase }, quote: quoted(line.text), weight: 70 })
  for (const line of lines) {
    const quote = quoted(line.text)
    const tells = line.section === 'summary' || work.some((other) => other.line === line)
    const vague = tells ? vagueWord(line.said) : null
    if (vague) found.push({ kind: 'vague', facts: { word: vague }, quote, weight: 50 })
    const mistake = misspelling(line.said)
    if (mistake) found.push({ kind: 'misspelling', facts: mistake, quote, weight: 74 })
    const personal = personalDetail(line.said)
    if (personal) found.push({ kind: 'personal', facts: { detail: personal }, quote, weight: 34 })
  }

  const summary = lines.find((line) => line.section === 'summary' && line.said.length > 40)
  const hasNumber = work.some(({ figure }) => figure !== null)
  if (summary && hasNumber && !lines.some(isMeasuredSummary))
    found.push({ kind: 'flatSummary', facts: {}, quote: quoted(summary.text), weight: 28 })

  for (const gap of timelineGaps(evidence)) {
    found.push({
      kind: 'timelineGap',
      facts: edgesOf(gap),
      quote: quoted(gap.after.quote),
      weight: 78,
    })
  }
  for (const job of jobs.filter((candidate) => candidate.range.impossible))
    found.push({
      kind: 'impossibleDates',
      facts: { dates: job.range.text },
      quote: quoted(job.quote),
      weight: 90,
    })
  for (const line of undated)
    found.push({ kind: 'undated', facts: {}, quote: quoted(line.text), weight: 76 })
  const short = jobs.filter(
    ({ range }) => !range.open && !range.coarse && range.to - range.from < 10,
  )
  if (short.length >= 3 && short[0])
    found.push({
      kind: 'shortStints',
      facts: { count: short.length },
      quote: quoted(short[0].quote),
      weight: 60,
    })

  if (jobs.length + undated.length + work.length === 0)
    found.push({ kind: 'noExperience', facts: {}, quote: null, weight: 95 })
  const isShown = field === 'engineering' || field === 'design'
  const contact = (['email', 'phone', 'link'] satisfies ContactPart[]).filter(
    (part) => !cv[part] && (part !== 'link' || isShown),
  )
  if (!cv.email || !cv.phone)
    found.push({
      kind: 'contact',
      facts: { missing: contact },
      quote: null,
      weight: cv.email || cv.phone ? 42 : 86,
    })
  if (!cv.link && isShown && cv.email && cv.phone)
    found.push({ kind: 'noWorkLink', facts: { field }, quote: null, weight: 40 })

  const list = lines.find((line) => line.section === 'skills' && skillsIn(line.said).length >= 3)
  const shown = shownIn(evidence)
  const unshown = skills.filter(
    (skill) =>
      list && skillsIn(list.said).includes(skill) && !TACIT.has(skill.name.en) && !shown(skill),
  )
  if (list && unshown.length >= 3) {
    const facts = { skills: unshown.slice(0, 4).map((skill) => skill.name[language]) }
    found.push({
      kind: 'unshownSkills',
      facts,
      quote: quoted(list.text),
      weight: 46 + Math.min(unshown.length, 10),
    })
  }
  const missing = missingGap(evidence, found)
  if (missing) found.push(missing)
  // A missing list of skills is told already, with the same advice.
  if (skills.length < 4 && cv.sections.has('skills'))
    found.push({ kind: 'fewSkills', facts: { count: skills.length }, quote: null, weight: 58 })
  if (cv.words < 150)
    found.push({
      kind: 'tooShort',
      facts: { words: cv.words },
      quote: null,
      weight: cv.words < 80 ? 88 : 64,
    })
  if (cv.words > 1200)
    found.push({ kind: 'tooLong', facts: { words: cv.words }, quote: null, weight: 62 })
  const prose = work.filter(({ line }) => line.said.split(' ').length > 30)
  if (prose.length >= 2 && prose[0] && work.every(({ line }) => !line.bullet))
    found.push({ kind: 'noBullets', facts: {}, quote: quoted(prose[0].line.text), weight: 47 })

  const topics = new Set<string>()
  const varied = found
    .toSorted((a, b) => b.weight - a.weight)
    .filter((gap) => {
      // The advice follows from the topic, so the same topic twice would be the same advice twice.
      if (gap.kind !== 'noResult') return true
      return topics.has(gap.facts.topic) ? false : topics.add(gap.facts.topic)
    })
  return heaviest(varied, 5, (gapKind) =>
    gapKind === 'noResult' || gapKind === 'passive' || gapKind === 'addressesReviewer' ? 2 : 1,
  )
}

/** The sections that no other gap names already. */
function missingGap(evidence: Evidence, found: readonly Gap[]): Gap | null {
  const told = new Set(found.map(({ kind }) => kind))
  const missing = missingSections(evidence).filter(
    (kind) =>
      !(kind === 'contact' && told.has('contact')) &&
      !(kind === 'experience' && told.has('noExperience')),
  )
  if (missing.length === 0) return null
  return {
    kind: 'missingSections',
    facts: { missing },
    quote: null,
    weight: 44 + missing.length * 6,
  }
}

/** A result in the summary, not only years of experience. */
const isMeasuredSummary = ({ section, said }: CvLine): boolean =>
  section === 'summary' && figureIn(said) !== null

/** The last month of the job before and the first one of the job after, or their years. */
function edgesOf({ from, to, isCoarse }: TimelineGap): GapFacts['timelineGap'] {
  if (isCoarse)
    return { from: String(Math.floor(from / 12)), to: String(Math.floor(to / 12)), months: null }
  return { from: monthText(from - 1), to: monthText(to), months: to - from }
}
