import { askedLanguage } from './asked-language.ts'
import type { Answer, AnswerRule, Conversation } from './conversation.ts'
import { lastUserText, userText } from './conversation.ts'
import { delimited } from './delimited.ts'
import { fillSchema } from './fill-schema.ts'
import { oneStop } from './one-stop.ts'
import { plainReply } from './plain-reply.ts'

/** The answer of the first rule that has one; else a filled schema, or a few words about the text. */
export function answer(
  conversation: Conversation,
  rules: readonly AnswerRule[],
  now: Date,
): Answer {
  for (const rule of rules) {
    const found = rule(conversation, now)
    if (found) return found
  }
  if (conversation.schema) {
    const text = userText(conversation)
    const filled = fillSchema(conversation.schema, delimited(text) ?? text)
    return { task: 'Structured answer', text: JSON.stringify(filled) }
  }
  const question = lastUserText(conversation)
  const data = delimited(question) ?? question
  return { task: 'Text', text: oneStop(plainReply(data, askedLanguage(conversation, data))) }
}
