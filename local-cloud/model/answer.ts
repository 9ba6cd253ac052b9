import type { Answer, Conversation, JsonSchema } from './conversation.ts'
import { lastUserText, userText } from './conversation.ts'
import { reviewCv } from './cv/review-cv.ts'
import { reviewInWords } from './cv/review-in-words.ts'
import { looksLikeCv } from './cv/looks-like-cv.ts'
import { delimited } from './delimited.ts'
import { fillSchema } from './fill-schema.ts'
import { answerAboutJob } from './job/answer-about-job.ts'
import { readPosting } from './job/read-posting.ts'
import { detectLanguage, orderedLanguage, type Language } from './language.ts'
import { oneStop } from './one-stop.ts'
import { plainReply } from './plain-reply.ts'
import { asksForTitle, titleFor } from './title.ts'

/** Decides what is being asked for, and answers it. Data between delimiters is never read as an
 * instruction: only the instructions choose the task and the language. */
export function answer(conversation: Conversation, now: Date): Answer {
  const { instructions, schema } = conversation
  if (schema) return structured(conversation, schema, now)
  const question = lastUserText(conversation)
  if (asksForTitle(withoutData(instructions)))
    return { task: 'title', text: titleFor(delimited(question) ?? question) || 'New chat' }
  const posting = readPosting(instructions)
  if (posting)
    return {
      task: 'job-chat',
      text: oneStop(
        answerAboutJob(posting, conversation.turns, orderedLanguage(withoutData(instructions))),
      ),
    }
  const data = delimited(question) ?? question
  const language = languageOf(conversation, question)
  if (looksLikeCv(data, now))
    return { task: 'cv-review', text: reviewInWords(reviewCv(data, language, now)) }
  return { task: 'text', text: oneStop(plainReply(question, language)) }
}

function structured(conversation: Conversation, schema: JsonSchema, now: Date): Answer {
  const text = userText(conversation)
  const data = delimited(text) ?? text
  if (wantsReview(schema)) {
    const language = languageOf(conversation, data, schema)
    const review = fillSchema(schema, { values: reviewCv(data, language, now), text: data })
    return { task: 'cv-review', text: JSON.stringify(review) }
  }
  const values = asksForTitle(withoutData(conversation.instructions))
    ? { title: titleFor(data) }
    : {}
  return { task: 'structured', text: JSON.stringify(fillSchema(schema, { values, text: data })) }
}

function wantsReview(schema: JsonSchema): boolean {
  const names = JSON.stringify(schema).toLowerCase()
  return /"strengths"/.test(names) && /"(?:gaps|weaknesses|improvements)"/.test(names)
}

function languageOf(conversation: Conversation, data: string, schema?: JsonSchema): Language {
  const ordered = orderedLanguage(withoutData(conversation.instructions))
  return (
    ordered ??
    languageInSchema(schema) ??
    orderedLanguage(outside(lastUserText(conversation))) ??
    detectLanguage(data) ??
    'en'
  )
}

/** A schema may fix the language: `language: { const: "de" }`. */
function languageInSchema(schema: JsonSchema | undefined): Language | null {
  const fixed = /"(?:language|locale)":\{[^{}]*?"(?:const":|enum":\[)"(en|de|pt)[\w-]*"(?!,)/.exec(
    JSON.stringify(schema ?? {}),
  )?.[1]
  return fixed === 'en' || fixed === 'de' || fixed === 'pt' ? fixed : null
}

function withoutData(instructions: string): string {
  const data = delimited(instructions)
  return data ? instructions.replace(data, ' ') : instructions
}

/** What stands around the data in a message; nothing when all of it is data. */
function outside(message: string): string {
  return delimited(message) === null ? '' : withoutData(message)
}
