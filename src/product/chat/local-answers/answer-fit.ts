import { skillsIn, type Skill } from '#/product/local-answers/skills.ts'
import { yearsClaimed } from '#/product/local-answers/years-claimed.ts'
import type { Language } from 'local-cloud/model/language.ts'
import { listed, plain } from 'local-cloud/model/words.ts'
import { linesAbout } from './posting-facts.ts'
import type { Posting } from './read-posting.ts'
import type { FitFacts, JobWording } from './wording.ts'

/** "I have no Kubernetes" names a skill that is not there. */
const DENIED =
  /(?<!\p{L})(?:don['’]t|do not|no|not|never|without|lack|kein\p{L}*|nicht|ohne|nie|não|sem|nunca)(?!\p{L})[^.,;!?\n]*/giu

/** The user's words about themselves, without what they say they lack. */
export const claimedIn = (saidByUser: string): string => saidByUser.replace(DENIED, ' ')

type Wanted = { name: string; skill: Skill | null }

/** The wanted skills: the posting's list, and the known terms in its requirements. */
export function wantedSkills(posting: Posting, language: Language): Wanted[] {
  const wanted: Wanted[] = posting.skills.map((name) => ({
    name,
    skill: skillsIn(name)[0] ?? null,
  }))
  for (const skill of skillsIn(
    linesAbout(posting, 'skills')
      .map((line) => line.text)
      .join('\n'),
  ))
    if (!wanted.some((other) => other.skill === skill))
      wanted.push({ name: skill.name[language], skill })
  return wanted
}

/** Compares what the user has said about themselves with what the posting asks for. */
export function answerFit(
  posting: Posting,
  words: JobWording,
  language: Language,
  saidByUser: string,
): string[] {
  const claimed = claimedIn(saidByUser)
  const own = skillsIn(claimed)
  const wanted = wantedSkills(posting, language)
  const has = ({ name, skill }: Wanted) =>
    skill ? own.includes(skill) : plain(claimed).includes(plain(name))
  const matched = wanted.filter(has).map(({ name }) => name)
  const missing = wanted.filter((item) => !has(item)).map(({ name }) => name)
  const extra = own
    .filter((skill) => !wanted.some((item) => item.skill === skill))
    .map((skill) => skill.name[language])
  if (own.length + matched.length === 0 || wanted.length === 0) {
    const asked = wanted.map(({ name }) => name).slice(0, 8)
    const demands = linesAbout(posting, 'skills').slice(0, 3)
    return [
      words.fit.none(asked.length > 0 ? listed(asked, words.and) : null),
      demands.map(({ text }) => `- ${text}`).join('\n'),
      words.topic.skills.tip,
    ].filter(Boolean)
  }
  const yours = yearsClaimed(claimed)
  const asked = yearsClaimed(
    linesAbout(posting, 'seniority')
      .map((line) => line.text)
      .join('\n'),
  )
  const facts: FitFacts = {
    matched,
    missing,
    yours,
    asked,
    company: posting.company ?? words.company,
  }
  const strictest = linesAbout(posting, 'skills').find((line) =>
    missing.some((name) => line.text.includes(name)),
  )
  return [
    words.fit.verdict(facts),
    [
      matched.length > 0 ? `- **${words.fit.matched}:** ${matched.join(', ')}` : '',
      missing.length > 0 ? `- **${words.fit.missing}:** ${missing.join(', ')}` : '',
      extra.length > 0 ? `- **${words.fit.unlisted}:** ${extra.join(', ')}` : '',
    ]
      .filter(Boolean)
      .join('\n'),
    strictest ? `> ${strictest.text}` : '',
    yours !== null && asked !== null ? words.fit.years(yours, asked) : '',
    words.fit.advice(facts),
    matched.length + missing.length < 4 ? words.topic.skills.tip : '',
  ].filter(Boolean)
}
