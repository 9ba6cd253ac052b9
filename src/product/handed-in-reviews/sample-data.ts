import { eq, inArray } from 'drizzle-orm'
import { sampleData as applications } from '#/product/applications/sample-data.ts'
import { application } from '#/product/applications/tables.ts'
import { sampleData as cvReviews } from '#/product/cv-review/sample-data.ts'
import { cvReview } from '#/product/cv-review/tables.ts'
import { candidates } from '#/product/sample-candidates/candidates.ts'
import { idOf } from '../../../scripts/seed/add-people.ts'
import { isLocalPart } from '../../../scripts/seed/local-parts.ts'
import { defineSampleData } from '../../../scripts/seed/sample-data.ts'
import { handedInReview } from './tables.ts'

/** Each application has the review of its CV, where there is one. */
export const sampleData = defineSampleData({
  after: [applications, cvReviews],
  add: async (tx) => {
    if (!isLocalPart('storage')) return
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
  },
})
