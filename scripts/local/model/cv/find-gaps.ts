import type { Language } from '../language.ts'
import { clichesIn, type Evidence } from './evidence.ts'
import { heaviest, quoted, type ContactPart, type Gap, type Missing } from './findings.ts'
import { figureIn } from './figures.ts'
import { misspelling, personalDetail, vagueWord } from './phrases.ts'
import { timelineGaps, type Kind } from './score.ts'
import { skillsIn } from './skills.ts'
import { monthText } from './timeline.ts'
import { topicOf } from './topics.ts'

const EXPECTED: Missing[] = ['summary', 'experience', 'education', 'skills']

export function missingSections({ cv, jobs, skills, field }: Evidence): Missing[] {
  const missing: Missing[] = EXPECTED.filter((kind) => !cv.sections.has(kind))
  if (!cv.sections.has('contact') && !cv.email && !cv.phone) missing.unshift('contact')
  if (!cv.sections.has('languages') && field !== 'engineering' && jobs.length + skills.length > 0)
    missing.push('languages')
  return missing
}

/** The three to five things that would help most, each with the line in question where there is one. */
export function findGaps(evidence: Evidence, kind: Kind, language: Language): Gap[] {
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
      facts: { start: first.said.slice(0, 60) },
      quote: quoted(first.text),
      weight: 150,
    })
  if (kind === 'empty' || kind === 'not-a-cv')
    return [...heaviest(found, 3, () => 1), missingGap(evidence)]

  const { cv, work, jobs, undated, lines, skills, skillsInWork, field } = evidence
  for (const { line, figure, effect, passive } of work) {
    const quote = quoted(line.text)
    const topic = topicOf(line.said)
    if (passive)
      found.push({ kind: 'passive', facts: { phrase: passive }, quote, weight: figure ? 45 : 80 })
    if (figure && effect === 'scale' && !passive)
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
    const vague =
      line.section === 'experience' || line.section === 'summary' ? vagueWord(line.said) : null
    if (vague) found.push({ kind: 'vague', facts: { word: vague }, quote, weight: 50 })
    const mistake = misspelling(line.said)
    if (mistake) found.push({ kind: 'misspelling', facts: mistake, quote, weight: 74 })
    const personal = personalDetail(line.said)
    if (personal) found.push({ kind: 'personal', facts: { detail: personal }, quote, weight: 34 })
  }

  const summary = lines.find((line) => line.section === 'summary' && line.said.length > 40)
  if (summary && !lines.some((line) => line.section === 'summary' && figureIn(line.said)))
    found.push({ kind: 'flatSummary', facts: {}, quote: quoted(summary.text), weight: 28 })

  for (const gap of timelineGaps(evidence)) {
    const facts = { from: monthText(gap.from), to: monthText(gap.to), months: gap.to - gap.from }
    found.push({ kind: 'timelineGap', facts, quote: quoted(gap.after.quote), weight: 78 })
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
  if (missingSections(evidence).length > 0) found.push(missingGap(evidence))
  const contact = (['email', 'phone', 'link'] satisfies ContactPart[]).filter((part) => !cv[part])
  if (!cv.email || !cv.phone)
    found.push({
      kind: 'contact',
      facts: { missing: contact },
      quote: null,
      weight: cv.email || cv.phone ? 42 : 86,
    })
  if (!cv.link && (field === 'engineering' || field === 'design'))
    found.push({ kind: 'noWorkLink', facts: { field }, quote: null, weight: 40 })

  const list = lines.find((line) => line.section === 'skills' && skillsIn(line.said).length >= 3)
  const unshown = skills.filter(
    (skill) => list && !skillsInWork.has(skill) && skillsIn(list.said).includes(skill),
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
  if (skills.length < 4)
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
  const prose = work.filter(({ line }) => !line.bullet)
  if (prose.length >= 2 && prose.length === work.length && prose[0])
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

function missingGap(evidence: Evidence): Gap {
  const missing = missingSections(evidence)
  return {
    kind: 'missingSections',
    facts: { missing },
    quote: null,
    weight: 44 + missing.length * 6,
  }
}
