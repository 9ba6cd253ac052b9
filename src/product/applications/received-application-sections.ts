import { receivedReviewSection } from '#/product/handed-in-reviews/received-application-section.tsx'

/** Sections of other features for recruiters, below an application. */
export const receivedApplicationSections = { review: receivedReviewSection }
