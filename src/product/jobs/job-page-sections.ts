import { applySection } from '#/product/applications/apply-offer.tsx'
import { chatSection } from '#/product/chat/chat-launcher.tsx'

/** Sections of other features below the facts of a job. */
export const factsSections = { apply: applySection }
/** Sections of other features beside it. */
export const asideSections = { chat: chatSection }
