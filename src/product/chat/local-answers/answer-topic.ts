import { pick } from 'local-cloud/model/words.ts'
import type { Topic } from './intents.ts'
import { linesAbout, nearestLines, valueOf } from './posting-facts.ts'
import type { Posting } from './read-posting.ts'
import type { JobWording } from './wording.ts'

export type Length = 'short' | 'normal' | 'long'

export const quote = (text: string) => `> ${text}`
export const bullets = (lines: readonly { text: string }[]) =>
  lines.map(({ text }) => `- ${text}`).join('\n')

/** Quotes the posting on one topic, or says that it is silent about it. */
export function answerTopic(
  posting: Posting,
  topic: Topic,
  words: JobWording,
  question: string,
  length: Length,
): string[] {
  const { noun, tip, ask } = words.topic[topic]
  const company = posting.company ?? words.company
  const value = valueOf(posting, topic)
  const most = length === 'long' ? 8 : length === 'short' ? 2 : 4
  const lines = linesAbout(posting, topic)
    .filter((line) => line.text !== value)
    .slice(0, most)
  const answer: string[] = []
  // A company's name alone is no answer to "what is the company like".
  if (value && !(topic === 'company' && lines.length > 0))
    answer.push(
      topic === 'process'
        ? words.closes(value)
        : pick(words.value(noun, value, posting.title), question),
    )
  if (lines.length > 0) {
    answer.push(
      value && topic !== 'company'
        ? pick(words.quotesFollow(noun), question)
        : pick(words.quotesOnly(noun, company), question),
    )
    answer.push(
      lines.length > 1 ? bullets(lines) : lines.map((line) => quote(line.text)).join('\n'),
    )
  }
  if (!value && lines.length === 0) {
    answer.push(pick(words.nothing(noun, company), question))
    if (length !== 'short') answer.push(words.stated(statedFacts(posting, words)))
    const [near] = nearestLines(posting, question, 1)
    if (near && length !== 'short') answer.push(words.nearest, quote(near.text))
  }
  if (length !== 'short') answer.push(`${tip} ${words.askThem(ask)}`)
  return answer
}

export function statedFacts(posting: Posting, words: JobWording): string {
  const { facts } = words.summary
  return [
    `**${posting.title}**${posting.company ? ` (${posting.company})` : ''}`,
    posting.location && `${facts.location}: ${posting.location}`,
    posting.workplace && `${facts.workplace}: ${posting.workplace}`,
    posting.salary && `${facts.salary}: ${posting.salary}`,
    posting.skills.length > 0 && `${facts.skills}: ${posting.skills.slice(0, 5).join(', ')}`,
  ]
    .filter(Boolean)
    .join('; ')
}

export function summarise(posting: Posting, words: JobWording, length: Length): string[] {
  const { facts, lead, work, needs, next } = words.summary
  const rows = (['department', 'location', 'workplace', 'salary', 'employment'] as const)
    .filter((field) => posting[field])
    .map((field) => `- ${facts[field]}: ${posting[field]}`)
  if (posting.skills.length > 0) rows.push(`- ${facts.skills}: ${posting.skills.join(', ')}`)
  const head = [lead(posting.title, posting.company), rows.join('\n')]
  if (length === 'short') return head
  const duties = linesAbout(posting, 'responsibilities').slice(0, 3)
  const demands = linesAbout(posting, 'skills').slice(0, 3)
  const opening = duties.length + demands.length === 0 ? posting.lines.slice(0, 3) : []
  return [
    ...head,
    duties.length > 0 ? `${work}\n${bullets(duties)}` : '',
    demands.length > 0 ? `${needs}\n${bullets(demands)}` : '',
    opening.map((line) => quote(line.text)).join('\n>\n'),
    next,
  ].filter(Boolean)
}
