/**
 * What each CV of the sample data got when it was reviewed; the rules of the local model take half a
 * second for all of them, which a start does not have. After a change of the CVs or of the rules:
 *
 *   bun src/product/cv-review/sample-data/cv-reviews.ts     writes cv-reviews.json anew
 */
import type { Locale } from '#/i18n/locale.ts'
import { candidates } from '#/product/sample-candidates/candidates.ts'
import { textIn } from '../../../../scripts/seed/write-pdf.ts'
import { holdToText } from '../judge-cv.server.ts'
import { reviewCv } from '../local-answers/review-cv.ts'

/** Their owners have not asked for a review. */
const notReviewed = new Set([
  'Solberg CV 2025.pdf',
  'leyla-demir-kurz.pdf',
  'Lebenslauf Kowalczyk.pdf',
])

/** Jobs that go on are counted up to here, so that the same comes out on every day. */
const reviewedOn = new Date('2026-11-01')

export function reviewOfCv(text: string, locale: Locale, on = reviewedOn) {
  const read = textIn(text)
  // The line break is the prompt's, in front of the mark that ends the CV.
  const review = reviewCv(`${read}\n`, locale, on)
  return { ...holdToText(review, read), model: 'local-rules' }
}

/** By the names of the files. */
export const reviewsOfCvs = () =>
  Object.fromEntries(
    candidates.flatMap(({ cvs, locale }) =>
      cvs
        .filter(({ name }) => !notReviewed.has(name))
        .map(({ name, text }) => [name, reviewOfCv(text, locale)]),
    ),
  )

if (import.meta.main) {
  const file = Bun.file(`${import.meta.dir}/cv-reviews.json`)
  await file.write(`${JSON.stringify(reviewsOfCvs(), null, 2)}\n`)
}
