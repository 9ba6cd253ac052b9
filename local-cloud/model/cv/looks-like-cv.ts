import { cvMarks, gatherEvidence } from './evidence.ts'

/** Whether a message is a CV by itself; stricter than the review, which was told that it is one. */
export function looksLikeCv(text: string, now: Date): boolean {
  return text.length > 200 && cvMarks(gatherEvidence(text, now)) >= 4
}
