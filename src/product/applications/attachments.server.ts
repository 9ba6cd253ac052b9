import type { Tx } from '#/db/connection.ts'
import { handInReview } from '#/product/handed-in-reviews/hand-in-review.server.ts'
import type { ApplicationFields } from './application-fields.ts'

/** Stores what the candidate asked to send along, in the transaction that stores the application. */
type Attach = (
  tx: Tx,
  application: { organizationId: string; applicationId: string; userId: string; fileId: string },
  asked: ApplicationFields,
) => Promise<void>

/** Other features' ways to send something along with an application. If one of them fails, nothing is sent. */
export const attachments: Attach[] = [handInReview]
