import { expect, test } from 'bun:test'
import { answerAboutJob } from '../../../local-cloud/model/job/answer-about-job.ts'
import { seededPosting } from '../../../local-cloud/model/job/seeded-posting.ts'
import de from './messages/de.json'
import en from './messages/en.json'
import pt from './messages/pt.json'

test.each([
  ['en', en],
  ['de', de],
  ['pt', pt],
])('%s: the local model answers the question on the landing page', (_, m) => {
  const turns = [{ role: 'user' as const, text: m.site_chat_question }]
  expect(answerAboutJob(seededPosting, turns, null)).toContain(
    '> On-call one week in six with extra pay and the following Monday off.',
  )
})
