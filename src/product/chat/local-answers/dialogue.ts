import type { Turn } from 'local-cloud/model/conversation.ts'
import { detectLanguage, type Language } from 'local-cloud/model/language.ts'
import {
  followUpOf,
  intentsOf,
  ordinalIn,
  wantsLong,
  type FollowUp,
  type Intent,
} from './intents.ts'

/** A question with what the turns before it add to its meaning. */
export type Question = {
  text: string
  language: Language
  /** Its subjects; a follow-up takes over those of the question before. */
  intents: Intent[]
  followUp: FollowUp | null
  /** For `item`: 0 is the first, -1 the last. */
  ordinal: number
  length: 'short' | 'normal' | 'long'
  /** The question that is really meant: this one, or the one that it follows. */
  subject: string
  lastAnswer: string
  answers: readonly string[]
  /** Everything that the user has said so far. */
  saidByUser: string
}

const TARGETS: [RegExp, Language][] = [
  [/english|englisch|inglês/i, 'en'],
  [/german|deutsch|alemão/i, 'de'],
  [/portuguese|portugiesisch|português/i, 'pt'],
]

export function readDialogue(turns: readonly Turn[]): Question {
  let current: Question | null = null
  const answers: string[] = []
  const said: string[] = []
  for (const { role, text } of turns) {
    if (role === 'assistant') answers.push(text)
    else {
      said.push(text)
      current = readQuestion(text, current, answers, said.join('\n'))
    }
  }
  return current ?? readQuestion('', null, [], '')
}

function readQuestion(
  text: string,
  before: Question | null,
  answers: readonly string[],
  saidByUser: string,
): Question {
  const own = intentsOf(text)
  const candidate = before && answers.length > 0 ? followUpOf(text) : null
  // "Why is the salary so low?" names its own subject; "shorter" and "the second one" do not.
  const followUp = candidate === 'why' && own.length > 0 ? null : candidate
  const language =
    (followUp === 'translate' && TARGETS.find(([name]) => name.test(text))?.[1]) ||
    (detectLanguage(text) ?? before?.language ?? 'en')
  const continues = followUp !== null && before !== null
  return {
    text,
    language,
    intents: continues ? before.intents : own,
    followUp,
    ordinal: ordinalIn(text),
    length:
      followUp === 'shorter' ? 'short' : followUp === 'more' || wantsLong(text) ? 'long' : 'normal',
    subject: continues ? before.subject : text,
    lastAnswer: answers.at(-1) ?? '',
    answers: [...answers],
    saidByUser,
  }
}
