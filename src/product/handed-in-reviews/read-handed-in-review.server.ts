import { and, eq } from 'drizzle-orm'
import { asUser, type MemberActor } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { application } from '#/product/applications/tables.ts'
import type { Review } from '#/product/cv-review/contract.ts'
import { findReview } from '#/product/cv-review/read-reviews.server.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { handedInReview } from './tables.ts'

export const findOwnReview = ({ userId }: { userId: string }, applicationId: string) =>
  asUser({ userId }, (tx) =>
    findHandedIn(tx, and(eq(application.id, applicationId), eq(application.userId, userId))),
  )

export const readReceivedReview = (
  actor: MemberActor,
  applicationId: string,
): Promise<{ review: Review | null }> =>
  asUser(actor, async (tx) => {
    const { reviewId } = await findHandedIn(
      tx,
      and(eq(application.organizationId, actor.organizationId), eq(application.id, applicationId)),
    )
    return { review: reviewId === null ? null : await findReview(tx, reviewId) }
  })

async function findHandedIn(tx: Tx, which: ReturnType<typeof and>) {
  const [found] = await tx
    .select({ reviewId: handedInReview.reviewId })
    .from(application)
    .leftJoin(
      handedInReview,
      and(
        eq(handedInReview.organizationId, application.organizationId),
        eq(handedInReview.applicationId, application.id),
      ),
    )
    .where(which)
  if (!found) throw new Refusal('NOT_FOUND')
  return found
}
