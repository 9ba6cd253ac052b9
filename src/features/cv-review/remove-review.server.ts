import { and, eq, ne, or } from 'drizzle-orm'
import { asUser } from '#/db/access.server.ts'
import { application } from '#/db/schema/applications.ts'
import { cvReview } from '#/db/schema/cv-reviews.ts'
import { file } from '#/db/schema/files.ts'
import { withFilesDiscarded } from '#/features/files/discard-objects.server.ts'
import { Refusal } from '#/rpc/refusal.ts'

/**
 * Deletes a review and, when it was the last of its file, the file too. What a recruiter was given
 * stays: refuses with REVIEW_IN_USE.
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
      const uses = await tx
        .select({ reviewId: application.reviewId })
        .from(application)
        .where(
          and(
            eq(application.userId, userId),
            or(eq(application.reviewId, reviewId), eq(application.fileId, fileId)),
          ),
        )
      if (uses.some((use) => use.reviewId === reviewId)) throw new Refusal('REVIEW_IN_USE')
      await tx.delete(cvReview).where(eq(cvReview.id, reviewId))
      const [another] = await tx
        .select({ id: cvReview.id })
        .from(cvReview)
        .where(and(eq(cvReview.fileId, fileId), ne(cvReview.id, reviewId)))
        .limit(1)
      if (uses.length > 0 || another) return { fileDeleted: false }
      await tx.delete(file).where(and(eq(file.id, fileId), eq(file.userId, userId)))
      return { fileDeleted: true }
    })
  return withFilesDiscarded(files, remove)
}
