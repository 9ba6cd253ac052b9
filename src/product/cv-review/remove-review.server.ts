import { and, eq } from 'drizzle-orm'
import { asUser } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { isStillPointedAt } from '#/db/violated-constraint.ts'
import { cvReview } from './tables.ts'
import { file } from '#/platform/files/tables.ts'
import { withFilesDiscarded } from '#/platform/files/discard-objects.server.ts'
import { Refusal } from '#/rpc/refusal.ts'

/**
 * Deletes a review and, when it was the last of its file and nothing else needs that, the file too.
 * Refuses with REVIEW_IN_USE while a row of another feature points at the review.
 */
export async function removeReview(owner: { userId: string }, reviewId: string) {
  const { userId } = owner
  const ownReview = and(eq(cvReview.id, reviewId), eq(cvReview.userId, userId))
  const files = await asUser(owner, (tx) =>
    tx
      .select({ id: file.id, storageKey: file.storageKey })
      .from(file)
      .innerJoin(cvReview, eq(cvReview.fileId, file.id))
      .where(ownReview),
  )
  const remove = () =>
    asUser(owner, async (tx) => {
      const [removed] = await tx
        .select({ fileId: cvReview.fileId })
        .from(cvReview)
        .where(ownReview)
        .for('update')
      if (!removed) throw new Refusal('NOT_FOUND')
      const { fileId } = removed
      await tx
        .delete(cvReview)
        .where(eq(cvReview.id, reviewId))
        .catch((error: unknown) => {
          throw isStillPointedAt(error) ? new Refusal('REVIEW_IN_USE') : error
        })
      const [another] = await tx
        .select({ id: cvReview.id })
        .from(cvReview)
        .where(eq(cvReview.fileId, fileId))
        .limit(1)
      return { fileDeleted: !another && (await deleteUnusedFile(tx, userId, fileId)) }
    })
  return withFilesDiscarded(files, remove)
}

async function deleteUnusedFile(tx: Tx, userId: string, fileId: string): Promise<boolean> {
  try {
    // A savepoint: after a refused statement the rest of the transaction would be lost.
    await tx.transaction((inner) =>
      inner.delete(file).where(and(eq(file.id, fileId), eq(file.userId, userId))),
    )
    return true
  } catch (error) {
    if (isStillPointedAt(error)) return false
    throw error
  }
}
