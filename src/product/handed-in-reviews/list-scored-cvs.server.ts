import { and, desc, eq } from 'drizzle-orm'
import { asUser } from '#/db/access.server.ts'
import { cvReview } from '#/product/cv-review/tables.ts'
import type { ScoredCv } from './contract.ts'

export async function listScoredCvs({ userId }: { userId: string }): Promise<ScoredCv[]> {
  const rows = await asUser({ userId }, (tx) =>
    tx
      .selectDistinctOn([cvReview.fileId], { fileId: cvReview.fileId, score: cvReview.score })
      .from(cvReview)
      .where(and(eq(cvReview.userId, userId), eq(cvReview.status, 'done')))
      .orderBy(cvReview.fileId, desc(cvReview.createdAt), desc(cvReview.id)),
  )
  return rows.map(({ fileId, score }) => ({ fileId, score: score ?? 0 }))
}
