import { ownReviewSection } from '#/product/handed-in-reviews/own-application-section.tsx'

/** Sections of other features among the things that a candidate sent: rows of a description list. */
export const ownApplicationSections = { review: ownReviewSection }
