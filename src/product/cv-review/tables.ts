import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { mayDelete, mayInsert, mayRead, mayUpdate, me, systemPolicy } from '#/db/schema/access.ts'
import { createdAt, id, moment } from '#/db/schema/columns.ts'
import { file } from '#/platform/files/tables.ts'
import { user } from '#/db/schema/identity.ts'
import { reviewStatuses } from './review-statuses.ts'

export type ReviewPoint = { title: string; detail: string; advice?: string; quote: string | null }

/** The model's judgement of one CV. */
export const cvReview = pgTable(
  'cv_review',
  {
    id: id(),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    fileId: uuid().notNull(),
    status: text({ enum: reviewStatuses }).notNull().default('running'),
    failure: text(),
    locale: text().notNull(),
    score: integer(),
    headline: text(),
    summary: text(),
    strengths: jsonb().$type<ReviewPoint[]>().notNull().default([]),
    gaps: jsonb().$type<ReviewPoint[]>().notNull().default([]),
    skills: text().array().notNull().default([]),
    yearsOfExperience: integer(),
    missingSections: text().array().notNull().default([]),
    /** Set when the CV is longer than what is judged. */
    readCharacters: integer(),
    readUpTo: text(),
    model: text(),
    createdAt: createdAt(),
    finishedAt: moment(),
  },
  (t) => [
    unique('cv_review_user_id_id').on(t.userId, t.id),
    foreignKey({
      name: 'cv_review_own_file',
      columns: [t.userId, t.fileId],
      foreignColumns: [file.userId, file.id],
    }).onDelete('cascade'),
    index().on(t.userId, t.createdAt),
    systemPolicy('cv_review'),
    mayRead('cv_review_owner', sql`${t.userId} = ${me}`),
    // What is judged is for the worker alone to write; a person asks for it, or gives it up.
    mayInsert(
      'cv_review_owner_asks',
      sql`${t.userId} = ${me} and ${t.status} = 'running' and ${t.score} is null
        and num_nonnulls(${t.headline}, ${t.summary}, ${t.yearsOfExperience}, ${t.model}, ${t.failure}, ${t.finishedAt}, ${t.readCharacters}, ${t.readUpTo}) = 0
        and ${t.strengths} = '[]' and ${t.gaps} = '[]' and ${t.skills} = '{}' and ${t.missingSections} = '{}'`,
    ),
    mayUpdate(
      'cv_review_owner_gives_up',
      sql`${t.userId} = ${me}`,
      sql`${t.userId} = ${me} and ${t.status} = 'failed' and ${t.score} is null`,
    ),
    mayDelete('cv_review_owner_deletes', sql`${t.userId} = ${me}`),
  ],
)
