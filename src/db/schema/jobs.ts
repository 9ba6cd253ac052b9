import { sql } from 'drizzle-orm'
import { customType, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { mayDelete, mayInsert, mayRead, mayUpdate, myOrganization, systemPolicy } from './access.ts'
import { createdAt, id, moment, updatedAt } from './columns.ts'
import { organization } from './organizations.ts'

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
