import { capitalised, listed } from 'local-cloud/model/words.ts'
import { gapsEn, sectionEn } from './gaps-en.ts'
import type { Part } from './score.ts'
import { strengthsEn } from './strengths-en.ts'
import type { ReviewFacts, ReviewWording } from './wording.ts'
import { yearsEn } from './years.ts'

const part: Record<Part, string> = {
  results: 'measured results',
  action: 'direct language',
  experience: 'experience and dates',
  skills: 'skills',
  structure: 'structure',
  clarity: 'clarity',
}

const isStrong: Record<Part, string> = {
  results: 'rich in results',
  action: 'direct about what you did',
  experience: 'a career that is easy to follow',
  skills: 'specific about skills',
  structure: 'well structured',
  clarity: 'easy to read',
}

/** After "but". */
const isWeak: Record<Part, string> = {
  results: 'short of measured results',
  action: 'vague about your own part',
  experience: 'thin on dated experience',
  skills: 'short of specific skills',
  structure: 'missing some usual parts',
  clarity: 'hard to skim',
}

/** After "what helps most now:". */
const wouldHelp: Record<Part, string> = {
  results: 'more measured results',
  action: 'verbs that say what you did',
  experience: 'internships, projects and jobs with their dates',
  skills: 'more specific skills',
  structure: 'the usual parts that are missing',
  clarity: 'short lines, one result each',
}

/** Names the loss without denying that nearly every line carries a figure. */
const loss = ({ worst, shortfall }: ReviewFacts, words: Record<Part, string>) =>
  shortfall && worst === 'results'
    ? {
        lines:
          words === isWeak ? 'brief about your work' : 'more lines of this kind about your work',
        changes: words === isWeak ? 'more about size than change' : 'the change behind the sizes',
      }[shortfall.of]
    : words[worst]

function because({ shortfall }: ReviewFacts) {
  if (!shortfall) return ''
  const { of, count } = shortfall
  if (of === 'lines')
    return count === 1
      ? ', because there is only one such line'
      : `, because there are only ${count} such lines`
  return count === 1
    ? ', because one of them states a size and not a change'
    : `, because ${count} of them state a size and not a change`
}

function share({ measured, workLines }: ReviewFacts): string {
  if (workLines === 0) return 'There is no line about work yet.'
  if (workLines === 1)
    return `The one line about your work ${measured === 1 ? 'carries' : 'does not carry'} a figure.`
  if (measured === 0) return `None of the ${workLines} lines about your work carries a figure.`
  if (measured === workLines) return `All ${workLines} lines about your work carry a figure.`
  return `${measured} of the ${workLines} lines about your work ${measured === 1 ? 'carries' : 'carry'} a figure.`
}

export const wordingEn: ReviewWording = {
  section: sectionEn,
  strength: strengthsEn,
  gap: gapsEn,
  headline: (facts) => {
    const { role, years, isOwnField, score, best, isFull } = facts
    const who = role ?? 'This CV'
    const long = years
      ? ` with ${yearsEn(years)} of ${isOwnField ? 'experience' : 'work in all'}`
      : ''
    if (isFull) return [`${who}${long}: convincing on every point`]
    if (score >= 90)
      return [
        `${who}${long}: ${isStrong[best]}, little left to improve`,
        `${who}${long}: ${isStrong[best]}, with little to add`,
      ]
    if (score >= 70)
      return [
        `${who}${long}: ${isStrong[best]}. What helps most now: ${loss(facts, wouldHelp)}`,
        `${who}${long}: ${isStrong[best]}. Next step: ${loss(facts, wouldHelp)}`,
      ]
    if (score >= 45) return [`${who}${long}: ${isStrong[best]}, but ${loss(facts, isWeak)}`]
    const more = 'there is more in you than this page shows'
    return [
      `${role ? `${who}${long}: ${more}` : capitalised(more)}. First step: ${loss(facts, wouldHelp)}`,
    ]
  },
  summary: (facts) => {
    const { score, best, worst, points, skills, isFull } = facts
    const gains = `Most points come from ${part[best]} (${points[best].join(' of ')})`
    const loses = `${part[worst]} (${points[worst].join(' of ')})${because(facts)}`
    return [
      share(facts),
      skills.length > 0
        ? `${capitalised(listed(skills, 'and'))} ${skills.length === 1 ? 'stands' : 'stand'} out.`
        : 'No specific skill stands out yet.',
      isFull
        ? `${gains}, and hardly a point is missing elsewhere.`
        : score >= 90
          ? `${gains}; the little that is missing is mostly in ${loses}.`
          : `${gains}; most are still to be had in ${loses}.`,
    ].join(' ')
  },
  notJudged: {
    empty: {
      headline: 'There is no text to review',
      summary:
        'The document holds no readable text, so there is nothing to judge. If it is a scan, export the CV as text.',
    },
    'not-a-cv': {
      headline: 'This does not look like a CV',
      summary:
        'The text has no employers, no periods of work and no role, so a review would be guesswork.',
    },
  },
}
