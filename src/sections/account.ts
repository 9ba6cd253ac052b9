import { mailSection } from '#/product/applications/mail-panel.tsx'

/** Sections of the features on the page of one's account. */
export const accountSections = { mails: mailSection }
