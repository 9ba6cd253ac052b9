import { eq, inArray } from 'drizzle-orm'
import type { Tx } from '#/db/connection.ts'
import { application } from '#/product/applications/tables.ts'
import { cvReview } from '#/product/cv-review/tables.ts'
import { handedInReview } from '#/product/handed-in-reviews/tables.ts'
import type { IdOf } from './organization-steps.ts'
import type { SeededCandidate } from './seeded-candidate.ts'

/** Each application has the review of its CV, where there is one. */
export async function addHandedInReviews(
  tx: Tx,
  candidates: SeededCandidate[],
  { idOf }: { idOf: IdOf },
) {
  const handedIn = await tx
    .select({
      organizationId: application.organizationId,
      applicationId: application.id,
      userId: application.userId,
      reviewId: cvReview.id,
    })
    .from(application)
    .innerJoin(cvReview, eq(cvReview.fileId, application.fileId))
    .where(
      inArray(
        application.userId,
        candidates.map(({ email }) => idOf(email)),
      ),
    )
  await tx.insert(handedInReview).values(handedIn)
}
