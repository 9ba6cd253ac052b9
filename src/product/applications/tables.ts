import { sql } from 'drizzle-orm'
import {
  boolean,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import {
  mayInsert,
  mayRead,
  mayUpdate,
  me,
  myOrganization,
  systemAddsOnly,
  systemPolicy,
} from '#/db/schema/access.ts'
import { createdAt, id, moment, updatedAt } from '#/db/schema/columns.ts'
import { file } from '#/platform/files/tables.ts'
import { user } from '#/db/schema/identity.ts'
import { job } from '#/product/jobs/tables.ts'

export const applicationStatuses = [
  'new',
  'in_review',
  'interview',
  'offer',
  'hired',
  'rejected',
  'withdrawn',
] as const

/**
 * A candidate's application belongs to the tenant that published the job, and is also read by the
 * candidate. Name and address are copied, so that recruiters need no access to accounts.
 */
export const application = pgTable(
  'application',
  {
    id: id(),
    organizationId: text().notNull(),
    jobId: uuid().notNull(),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    fileId: uuid().notNull(),
    candidateName: text().notNull(),
    candidateEmail: text().notNull(),
    coverNote: text().notNull().default(''),
    status: text({ enum: applicationStatuses }).notNull().default('new'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('application_organization_id_id').on(t.organizationId, t.id),
    // For rows of other features that belong to an application and to its candidate.
    unique('application_of_candidate').on(t.organizationId, t.id, t.userId),
    unique('application_once_per_job').on(t.organizationId, t.jobId, t.userId),
    foreignKey({
      name: 'application_job_of_tenant',
      columns: [t.organizationId, t.jobId],
      foreignColumns: [job.organizationId, job.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'application_own_file',
      columns: [t.userId, t.fileId],
      foreignColumns: [file.userId, file.id],
    }),
    index().on(t.organizationId, t.jobId, t.status, t.createdAt),
    index().on(t.userId, t.createdAt),
    systemPolicy('application'),
    mayRead(
      'application_candidate_or_member',
      sql`${t.userId} = ${me} or ${t.organizationId} = ${myOrganization()}`,
    ),
    mayInsert(
      'application_candidate_applies',
      sql`${t.userId} = ${me} and ${t.status} = 'new'
        and ${t.jobId} in (select j.id from job j where j.status = 'published')
        and is_own_ready_file(${t.fileId})
        and ${t.candidateEmail} = (select u.email from "user" u where u.id = ${me})`,
    ),
    // Nobody takes an application out of its withdrawal: what was handed in would be seen again.
    mayUpdate(
      'application_member_moves',
      sql`${t.organizationId} = ${myOrganization()} and ${t.status} <> 'withdrawn'`,
    ),
    mayUpdate(
      'application_candidate_withdraws',
      sql`${t.userId} = ${me} and ${t.status} <> 'withdrawn'`,
      sql`${t.userId} = ${me} and ${t.status} = 'withdrawn'`,
    ),
  ],
)

/** Recruiters see what was handed in, until the candidate withdraws it. */
export const fileHandedIn = mayRead(
  'file_handed_in',
  sql`${file.id} in (select a.file_id from application a where a.organization_id = ${myOrganization()} and a.status <> 'withdrawn')`,
).link(file)

/** What happened to an application, in order; only ever added to. */
export const applicationEvent = pgTable(
  'application_event',
  {
    id: id(),
    organizationId: text().notNull(),
    applicationId: uuid().notNull(),
    /** Null when the account was deleted since. */
    actorId: text().references(() => user.id, { onDelete: 'set null' }),
    fromStatus: text({ enum: applicationStatuses }),
    toStatus: text({ enum: applicationStatuses }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: 'application_event_of_tenant',
      columns: [t.organizationId, t.applicationId],
      foreignColumns: [application.organizationId, application.id],
    }).onDelete('cascade'),
    index().on(t.organizationId, t.applicationId, t.createdAt),
    ...systemAddsOnly('application_event'),
    mayRead(
      'application_event_candidate_or_member',
      sql`${t.organizationId} = ${myOrganization()} or ${t.applicationId} in (select a.id from application a where a.user_id = ${me})`,
    ),
    // What a recruiter decides, only a member can say; a candidate applies and withdraws. Nobody tells
    // of a step that was not taken, or of one that was taken at another time.
    mayInsert(
      'application_event_actor_adds',
      sql`${t.actorId} = ${me} and ${t.createdAt} = now()
        and (${t.organizationId} = ${myOrganization()} or (${t.toStatus} in ('new', 'withdrawn') and ${t.applicationId} in (select a.id from application a where a.user_id = ${me})))
        and (${t.applicationId}, ${t.toStatus}) in (select a.id, a.status from application a)`,
    ),
  ],
)

/**
 * The steps of an application that a person was mailed about, so that each step is told once and no
 * application fills an inbox. Only the system reads and writes it.
 */
export const applicationNotice = pgTable(
  'application_notice',
  {
    organizationId: text().notNull(),
    applicationId: uuid().notNull(),
    /** The step, of `application_event`. */
    eventId: uuid().notNull(),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    toStatus: text({ enum: applicationStatuses }).notNull(),
    createdAt: createdAt(),
    /** The mail that tells it; null while it waits for the next one. */
    mailId: uuid(),
    /** When that mail was handed to the queue. */
    mailedAt: moment(),
  },
  (t) => [
    primaryKey({ name: 'application_notice_pk', columns: [t.userId, t.eventId] }),
    foreignKey({
      name: 'application_notice_of_tenant',
      columns: [t.organizationId, t.applicationId],
      foreignColumns: [application.organizationId, application.id],
    }).onDelete('cascade'),
    index('application_notice_told').on(t.organizationId, t.applicationId, t.userId, t.createdAt),
    index('application_notice_waiting').on(t.organizationId, t.userId, t.mailedAt),
    systemPolicy('application_notice'),
  ],
)

/** Mails that a person has turned off; no row means all are on. */
export const mailPreference = pgTable(
  'mail_preference',
  {
    userId: text()
      .primaryKey()
      .references(() => user.id, { onDelete: 'cascade' }),
    newApplications: boolean().notNull().default(true),
    updatedAt: updatedAt(),
  },
  (t) => [
    systemPolicy('mail_preference'),
    mayRead('mail_preference_own', sql`${t.userId} = ${me}`),
    mayInsert('mail_preference_own_add', sql`${t.userId} = ${me}`),
    mayUpdate('mail_preference_own_change', sql`${t.userId} = ${me}`),
  ],
)
