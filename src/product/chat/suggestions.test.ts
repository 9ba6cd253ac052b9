import { expect, test } from 'bun:test'
import { answerAboutJob } from './local-answers/answer-about-job.ts'
import { samplePosting } from './sample-data/sample-posting.ts'
import de from './messages/de.json'
import en from './messages/en.json'
import pt from './messages/pt.json'

const ask = (text: string) => answerAboutJob(samplePosting, [{ role: 'user', text }])

const locales = [
  { language: 'en', ...en, pay: /€76,000 – €94,000 a year/ },
  { language: 'de', ...de, pay: /76\.000–94\.000\s€ im Jahr/ },
  { language: 'pt', ...pt, pay: /76\s000 - 94\s000\s€ por ano/ },
]

test.each(locales)('$language: the local model answers what the app suggests to ask', (m) => {
  const offer = ask(m.chat_suggest_offer)
  expect(offer).toContain('A budget for hardware and for two conferences')
  expect(offer).not.toContain('€')
  const day = ask(m.chat_suggest_day.replace('{title}', samplePosting.title))
  expect(day).toContain('Keep a modest number of servers boring')
  expect(ask(m.chat_suggest_pay)).toMatch(m.pay)
})
