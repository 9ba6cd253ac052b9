import { plain } from 'local-cloud/model/words.ts'

const CLAIM = /(?<!\d)(\d{1,2})(?:[.,]\d)?\s*\+?\s*(?:years?|yrs?|jahren?|anos)\b(?!\s+old)/i

/** "8 years of experience", "5 Jahre", "10 anos"; null when the text claims nothing. */
export function yearsClaimed(text: string): number | null {
  const years = CLAIM.exec(plain(text))?.[1]
  return years && Number(years) <= 45 ? Number(years) : null
}
