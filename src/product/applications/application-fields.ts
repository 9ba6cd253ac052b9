import { z } from 'zod'
import { m } from '#/i18n/messages.ts'
import { properName } from '#/plain-text.ts'
import { attachmentFields } from './attachment-fields.ts'

export const limitCoverNote = 2_000

export const applicationFields = z.object({
  /** As it appears to the recruiters. */
  name: properName({ min: 1, max: 80, refused: m.identity_name_characters }),
  fileId: z.uuid(),
  ...attachmentFields,
  coverNote: z.string().trim().max(limitCoverNote),
})
export type ApplicationFields = z.infer<typeof applicationFields>
