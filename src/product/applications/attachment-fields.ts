import { reviewFields } from '#/product/handed-in-reviews/apply-fields.ts'

/** Fields of the form to apply that belong to attachments. */
export const attachmentFields = { ...reviewFields }
