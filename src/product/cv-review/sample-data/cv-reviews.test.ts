import { expect, test } from 'bun:test'
import { extractText } from '#/platform/files/extract-text.server.ts'
import { candidates } from '#/product/sample-candidates/candidates.ts'
import { pdfOf, textIn } from '../../../../scripts/seed/write-pdf.ts'
import { testModel } from '../../../../tests/local-services.ts'
import { createPerson } from '../../../../tests/people.ts'
import { judgeCv } from '../judge-cv.server.ts'
import reviews from './cv-reviews.json'
import { reviewOfCv, reviewsOfCvs } from './cv-reviews.ts'

const cvs = candidates.flatMap(({ cvs: own, locale }) => own.map((cv) => ({ ...cv, locale })))

test('cv-reviews.json is what the rules say of the CVs; else run cv-reviews.ts', () => {
  expect(reviewsOfCvs()).toEqual(reviews)
  expect(new Set(cvs.map(({ name }) => name)).size).toBe(cvs.length)
})

/** They are read and judged by the same code, so that one of each language stands for all. */
const oneOfEach = ['en', 'de', 'pt'].flatMap(
  (locale) => cvs.find((cv) => cv.locale === locale) ?? [],
)

test('the model gives that review when it is asked by the app', async () => {
  await testModel()
  const { id: userId } = await createPerson()
  for (const { text, locale } of oneOfEach) {
    const judged = await judgeCv({ userId }, { text: textIn(text), isWhole: true }, locale)
    const whole = { readCharacters: null, readUpTo: null }
    expect(judged).toEqual({ ...reviewOfCv(text, locale, new Date()), ...whole })
  }
})

test('the app reads the PDF of a CV as it is reviewed', async () => {
  expect(oneOfEach).toHaveLength(3)
  await Promise.all(
    oneOfEach.map(async ({ text }) => {
      expect(await extractText(pdfOf(text), 'pdf')).toBe(textIn(text))
    }),
  )
})

test('a CV has one page, of letters that its font has', () => {
  for (const { text } of cvs) {
    expect(text).toMatch(/^[\n\x20-\x7e\xa0-\xff–—•€]*$/)
    expect(text.split('\n').length).toBeLessThan(50)
  }
})
