import { skillsIn } from '#/product/local-answers/skills.ts'
import type { Language } from 'local-cloud/model/language.ts'
import { listed, pick } from 'local-cloud/model/words.ts'
import { claimedIn, wantedSkills } from './answer-fit.ts'
import type { Length } from './answer-topic.ts'
import { linesAbout } from './posting-facts.ts'
import type { Posting } from './read-posting.ts'
import type { JobWording } from './wording.ts'

/** Interview questions made from the lines and skills of the posting. */
export function interviewQuestions(
  posting: Posting,
  words: JobWording,
  language: Language,
  length: Length,
): string[] {
  const skills = wantedSkills(posting, language).slice(0, length === 'long' ? 4 : 2)
  const duties = dutiesOf(posting).slice(0, length === 'short' ? 1 : length === 'long' ? 4 : 2)
  const used = new Set<number>()
  const questions = [
    ...duties.map(({ text }) => pick(words.interview.duty(text), text)),
    ...skills.map(({ name }) => pick(words.interview.skill(name), name, used)),
  ]
  const numbered = questions.map((question, index) => `${index + 1}. ${question}`).join('\n')
  if (length === 'short') return [numbered]
  const { yours, close, lead } = words.interview
  return [lead(posting.title), numbered, yours(words.topic.responsibilities.ask), close]
}

/** A draft that holds only what the posting and the user have said; the rest is in brackets. */
export function coverLetter(
  posting: Posting,
  words: JobWording,
  language: Language,
  saidByUser: string,
): string[] {
  const { letter } = words
  const own = skillsIn(claimedIn(saidByUser))
  const wanted = wantedSkills(posting, language)
  const fitting = own.filter((skill) => wanted.some((item) => item.skill === skill))
  const named = (fitting.length > 0 ? fitting : own)
    .slice(0, 4)
    .map((skill) => skill.name[language])
  const [first, second] = [
    ...linesAbout(posting, 'company'),
    ...dutiesOf(posting),
    ...posting.lines,
  ].filter((line, index, all) => all.indexOf(line) === index)
  const opening = first?.text ?? posting.title
  const duty =
    dutiesOf(posting).find((line) => line.text !== opening)?.text ?? second?.text ?? opening
  return [
    letter.lead,
    letter.greeting(posting.company),
    letter.opening(posting.title, posting.company, opening),
    named.length > 0 ? letter.middle(listed(named, words.and), duty) : letter.blank(duty),
    letter.end,
    named.length > 0 ? '' : letter.note,
  ].filter(Boolean)
}

function dutiesOf(posting: Posting) {
  const duties = linesAbout(posting, 'responsibilities')
  return duties.length > 0
    ? duties
    : posting.lines.filter((line) => line.part === 'other' || line.part === 'requirements')
}
