import { sql } from 'drizzle-orm'
import { index, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { mayInsert, mayRead, mayUpdate, me, myOrganization, systemPolicy } from './access.ts'
import { createdAt, moment, updatedAt } from './columns.ts'
import { user } from './identity.ts'

/** The tenant. Visible to its members, and to everyone once it hires (the policies of jobs). */
export const organization = pgTable(
  'organization',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    slug: text().notNull().unique(),
    logo: text(),
    metadata: text(),
    stripeCustomerId: text(),
    createdAt: createdAt(),
  },
  (t) => [
    systemPolicy('organization'),
    mayRead(
      'organization_member',
      sql`${t.id} in (select m.organization_id from member m where m.user_id = ${me})`,
    ),
  ],
)

export const member = pgTable(
  'member',
  {
    id: text().primaryKey(),
    organizationId: text()
      .notNull()
      .references(() => organization.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    role: text().notNull().default('member'),
    createdAt: createdAt(),
  },
  (t) => [
    unique().on(t.organizationId, t.userId),
    index().on(t.userId),
    systemPolicy('member'),
    mayRead(
      'member_self_and_colleagues',
      sql`${t.userId} = ${me} or ${t.organizationId} = ${myOrganization()}`,
    ),
  ],
)

export const invitation = pgTable(
  'invitation',
  {
    id: text().primaryKey(),
    organizationId: text()
      .notNull()
      .references(() => organization.id, { onDelete: 'cascade' }),
    email: text().notNull(),
    role: text().notNull().default('member'),
    status: text().notNull().default('pending'),
    expiresAt: moment().notNull(),
    inviterId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (t) => [
    index().on(t.organizationId, t.email),
    uniqueIndex('invitation_open')
      .on(t.organizationId, sql`lower(${t.email})`)
      .where(sql`status = 'pending'`),
    index().on(t.email),
    systemPolicy('invitation'),
    mayRead('invitation_managers', sql`${t.organizationId} = ${myOrganization('owner', 'admin')}`),
  ],
)

/** What the public sees of an organisation beside its name. */
export const organizationProfile = pgTable(
  'organization_profile',
  {
    organizationId: text()
      .primaryKey()
      .references(() => organization.id, { onDelete: 'cascade' }),
    about: text().notNull().default(''),
    website: text(),
    location: text(),
    industry: text(),
    updatedAt: updatedAt(),
  },
  (t) => [
    systemPolicy('organization_profile'),
    mayRead('organization_profile_member', sql`${t.organizationId} = ${myOrganization()}`),
    mayInsert(
      'organization_profile_managers_add',
      sql`${t.organizationId} = ${myOrganization('owner', 'admin')}`,
    ),
    mayUpdate(
      'organization_profile_managers_change',
      sql`${t.organizationId} = ${myOrganization('owner', 'admin')}`,
    ),
  ],
)
