import { reviewScoreTexts } from '#/product/handed-in-reviews/score-texts.ts'
import type { ScoreTexts } from './score-texts.ts'

/** What the score of scores.server.ts is called; without any, recruiters see no scores. */
const texts: ScoreTexts[] = [reviewScoreTexts]
export const [scoreTexts] = texts
