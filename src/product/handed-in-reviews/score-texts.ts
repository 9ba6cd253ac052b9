import type { ScoreTexts } from '#/product/applications/score-texts.ts'
import { m } from '#/i18n/messages.ts'

export const reviewScoreTexts: ScoreTexts = {
  name: m.handed_in_reviews_score,
  none: m.handed_in_reviews_score_none,
  highestFirst: m.handed_in_reviews_highest_first,
  lowestFirst: m.handed_in_reviews_lowest_first,
}
