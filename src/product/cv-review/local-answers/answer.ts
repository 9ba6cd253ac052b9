import { askedLanguage } from 'local-cloud/model/asked-language.ts'
import { userText, type AnswerRule } from 'local-cloud/model/conversation.ts'
import { delimited } from 'local-cloud/model/delimited.ts'
import { reviewCv } from './review-cv.ts'

/** Reviews a CV in the shape that judge-cv.server.ts asks for. */
export const answer: AnswerRule = (conversation, now) => {
  const properties = Object(conversation.schema?.['properties'])
  if (!('strengths' in properties && 'gaps' in properties)) return null
  const text = userText(conversation)
  const data = delimited(text) ?? text
  const review = reviewCv(data, askedLanguage(conversation, data), now)
  return { task: 'CV review', text: JSON.stringify(review) }
}
