import type { CvReview } from './review-cv.ts'

const HEADINGS = {
  en: { strengths: 'What works', gaps: 'What to change' },
  de: { strengths: 'Was gut ist', gaps: 'Was du ändern solltest' },
  pt: { strengths: 'O que funciona', gaps: 'O que mudar' },
}

/** A review as markdown, for a chat. */
export function reviewInWords({
  language,
  score,
  headline,
  summary,
  strengths,
  gaps,
}: CvReview): string {
  const words = HEADINGS[language]
  const line = (quote: string | null) => (quote ? `\n  > ${quote.replace(/\s*\n\s*/g, ' ')}` : '')
  return [
    `**${score}/100** – ${headline}`,
    strengths.length > 0
      ? `### ${words.strengths}\n${strengths.map(({ title, detail, quote }) => `- **${title}.** ${detail}${line(quote)}`).join('\n')}`
      : '',
    gaps.length > 0
      ? `### ${words.gaps}\n${gaps.map(({ title, advice, quote }) => `- **${title}.** ${advice}${line(quote)}`).join('\n')}`
      : '',
    summary,
  ]
    .filter(Boolean)
    .join('\n\n')
}
