import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { mayInsert, mayRead, me, myOrganization, systemPolicy } from '#/db/schema/access.ts'
import { user } from '#/db/schema/identity.ts'
import { application } from '#/product/applications/tables.ts'
import { cvReview } from '#/product/cv-review/tables.ts'

/** The review that a candidate handed in with an application. Nothing changes it afterwards. */
export const handedInReview = pgTable(
  'handed_in_review',
  {
    organizationId: text().notNull(),
    applicationId: uuid().notNull(),
    // The row goes with the account by a key of its own. Through the application it would go later
    // than the review, whose key would then refuse the deletion of the account.
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    reviewId: uuid().notNull(),
  },
  (t) => [
    primaryKey({ name: 'handed_in_review_pk', columns: [t.organizationId, t.applicationId] }),
    foreignKey({
      name: 'handed_in_review_with_own_application',
      columns: [t.organizationId, t.applicationId, t.userId],
      foreignColumns: [application.organizationId, application.id, application.userId],
    }).onDelete('cascade'),
    // Without a cascade: a review that was handed in cannot be deleted.
    foreignKey({
      name: 'handed_in_review_of_candidate',
      columns: [t.userId, t.reviewId],
      foreignColumns: [cvReview.userId, cvReview.id],
    }),
    index().on(t.userId, t.reviewId),
    systemPolicy('handed_in_review'),
    mayRead(
      'handed_in_review_candidate_or_recruiter',
      sql`${t.userId} = ${me}
        or ${t.applicationId} in (select a.id from application a where a.organization_id = ${myOrganization()} and a.status <> 'withdrawn')`,
    ),
    // now() is the start of the transaction: a review goes with the application, never after it. The
    // keys make both belong to the same person.
    mayInsert(
      'handed_in_review_candidate_applies',
      sql`${t.applicationId} in (select a.id from application a where a.user_id = ${me} and a.created_at = now())`,
    ),
  ],
)

/** Recruiters see a review that was handed in, until the candidate withdraws the application. */
export const cvReviewHandedIn = mayRead(
  'cv_review_handed_in',
  sql`${cvReview.id} in (select h.review_id from handed_in_review h where h.organization_id = ${myOrganization()})`,
).link(cvReview)
