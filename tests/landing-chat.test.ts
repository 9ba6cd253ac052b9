import { expect, test } from 'bun:test'
import { answerAboutJob } from '#/product/chat/local-answers/answer-about-job.ts'
import { samplePosting } from '#/product/chat/sample-data/sample-posting.ts'
import de from '#/product/landing/messages/de.json'
import en from '#/product/landing/messages/en.json'
import pt from '#/product/landing/messages/pt.json'

test.each([
  ['en', en],
  ['de', de],
  ['pt', pt],
])('%s: the local model answers the question on the landing page', (_, m) => {
  const turns = [{ role: 'user' as const, text: m.site_chat_question }]
  expect(answerAboutJob(samplePosting, turns)).toContain(
    '> On-call one week in six with extra pay and the following Monday off.',
  )
})
