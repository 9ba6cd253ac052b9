import { sql } from 'drizzle-orm'
import {
  customType,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import {
  mayDelete,
  mayInsert,
  mayRead,
  mayUpdate,
  me,
  myOrganization,
  systemPolicy,
} from '#/db/schema/access.ts'
import { createdAt, id, moment, updatedAt } from '#/db/schema/columns.ts'
import { user } from '#/db/schema/identity.ts'
import { organization, organizationProfile } from '#/db/schema/organizations.ts'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

export const workplaces = ['onsite', 'hybrid', 'remote'] as const
export const employmentTypes = ['full_time', 'part_time', 'contract', 'internship'] as const
export const jobStatuses = ['draft', 'published', 'closed'] as const
export const salaryPeriods = ['year', 'month', 'hour'] as const

/** A published job is public: the one tenant table with rows that anyone may read. */
export const job = pgTable(
  'job',
  {
    id: id(),
    organizationId: text()
      .notNull()
      .references(() => organization.id, { onDelete: 'cascade' }),
    /** In the public URL, so unique across tenants; it ends in random characters and tells nothing. */
    slug: text().notNull().unique(),
    status: text({ enum: jobStatuses }).notNull().default('draft'),
    title: text().notNull(),
    summary: text().notNull(),
    /** Markdown. */
    description: text().notNull(),
    department: text().notNull().default(''),
    location: text().notNull(),
    /** ISO 3166-1 alpha-2. */
    country: text().notNull(),
    workplace: text({ enum: workplaces }).notNull(),
    employmentType: text({ enum: employmentTypes }).notNull(),
    skills: text().array().notNull().default([]),
    /** In whole units of the currency; both or neither. */
    salaryMin: integer(),
    salaryMax: integer(),
    salaryCurrency: text().notNull().default('EUR'),
    salaryPeriod: text({ enum: salaryPeriods }).notNull().default('year'),
    publishedAt: moment(),
    closesAt: moment(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    search: tsvector()
      .notNull()
      .generatedAlwaysAs(
        sql`setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', skills_text(skills) || ' ' || department), 'B') || setweight(to_tsvector('simple', location || ' ' || summary), 'C') || setweight(to_tsvector('simple', description), 'D')`,
      ),
  },
  (t) => [
    unique('job_organization_id_id').on(t.organizationId, t.id),
    index().on(t.organizationId, t.status, t.createdAt),
    index('job_public')
      .on(t.publishedAt.desc())
      .where(sql`status = 'published'`),
    index('job_search').using('gin', t.search),
    systemPolicy('job'),
    mayRead(
      'job_public_or_member',
      sql`${t.status} = 'published' or ${t.organizationId} = ${myOrganization()}`,
    ),
    mayInsert('job_member_adds', sql`${t.organizationId} = ${myOrganization()}`),
    mayUpdate('job_member_changes', sql`${t.organizationId} = ${myOrganization()}`),
    mayDelete(
      'job_manager_deletes',
      sql`${t.organizationId} = ${myOrganization('owner', 'admin')}`,
    ),
  ],
)

/** Who hires is known to everybody, and what they say of themselves. */
export const organizationHiring = mayRead(
  'organization_hiring',
  sql`exists (select from job j where j.organization_id = ${organization.id} and j.status = 'published')`,
).link(organization)
export const organizationProfileHiring = mayRead(
  'organization_profile_hiring',
  sql`exists (select from job j where j.organization_id = ${organizationProfile.organizationId} and j.status = 'published')`,
).link(organizationProfile)

/**
 * The people who wrote, published or closed a job, or moved one of its applications. A row outlives
 * the membership, so whoever reads it joins `member`.
 */
export const jobRecruiter = pgTable(
  'job_recruiter',
  {
    organizationId: text().notNull(),
    jobId: uuid().notNull(),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'job_recruiter_pk', columns: [t.organizationId, t.jobId, t.userId] }),
    foreignKey({
      name: 'job_recruiter_job_of_tenant',
      columns: [t.organizationId, t.jobId],
      foreignColumns: [job.organizationId, job.id],
    }).onDelete('cascade'),
    systemPolicy('job_recruiter'),
    mayRead('job_recruiter_member', sql`${t.organizationId} = ${myOrganization()}`),
    mayInsert(
      'job_recruiter_member_notes',
      sql`${t.userId} = ${me} and ${t.organizationId} = ${myOrganization()}`,
    ),
  ],
)
