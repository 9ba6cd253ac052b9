import { and, desc, eq } from 'drizzle-orm'
import type { Tx } from '#/db/connection.ts'
import { cvReview } from '#/product/cv-review/tables.ts'
import { handedInReview } from './tables.ts'

type Application = {
  organizationId: string
  applicationId: string
  userId: string
  fileId: string
}

/** Hands in the newest finished review of the CV, if the candidate asked for it and has one. */
export async function handInReview(
  tx: Tx,
  { fileId, ...applied }: Application,
  { includeReview }: { includeReview: boolean },
): Promise<void> {
  if (!includeReview) return
  const [newest] = await tx
    .select({ id: cvReview.id })
    .from(cvReview)
    .where(
      and(
        eq(cvReview.userId, applied.userId),
        eq(cvReview.fileId, fileId),
        eq(cvReview.status, 'done'),
      ),
    )
    .orderBy(desc(cvReview.createdAt), desc(cvReview.id))
    .limit(1)
    // A deletion in another tab waits for this transaction, and is refused then.
    .for('key share')
  if (newest) await tx.insert(handedInReview).values({ ...applied, reviewId: newest.id })
}
