import { reviewAttachment } from '#/product/handed-in-reviews/apply-attachment.tsx'

/** Parts of other features in the form to apply. */
export const attachmentSections = { review: reviewAttachment }
