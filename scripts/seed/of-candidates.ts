import type { Tx } from '#/db/connection.ts'
import { addChats } from './add-chats.ts'
import { addCvReviews } from './add-cv-reviews.ts'
import { addHandedInReviews } from './add-handed-in-reviews.ts'
import type { IdOf, Tenant } from './organization-steps.ts'
import type { SeededCandidate } from './seeded-candidate.ts'

type AddRows = (
  tx: Tx,
  candidates: SeededCandidate[],
  known: { tenants: Tenant[]; idOf: IdOf },
) => Promise<void>

/** Rows of single features for the sample candidates; a later one may build on an earlier one. */
export const ofCandidates: AddRows[] = [addCvReviews, addHandedInReviews, addChats]
