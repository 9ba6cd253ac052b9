import { sql } from 'drizzle-orm'
import { boolean, date, index, numeric, pgTable, text } from 'drizzle-orm/pg-core'
import {
  mayDelete,
  mayInsert,
  mayRead,
  mayUpdate,
  me,
  myOrganization,
  systemPolicy,
} from '#/db/schema/access.ts'
import { createdAt, id, updatedAt } from '#/db/schema/columns.ts'
import { user } from '#/db/schema/identity.ts'
import { organization } from '#/db/schema/organizations.ts'
// <fields imports>

// <organization>
/** The members of an organisation read and change its garden plots; those who run it delete them. */
// <person>
/** A garden plot belongs to one person, and nobody else reads or changes it. */
// <end>
export const gardenPlot = pgTable(
  'garden_plot',
  {
    id: id(),
    // <organization>
    organizationId: text()
      .notNull()
      .references(() => organization.id, { onDelete: 'cascade' }),
    // <person>
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    // <end>
    // <fields columns>
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    // <organization>
    // The list is paged by id.
    index().on(t.organizationId, t.id),
    systemPolicy('garden_plot'),
    mayRead('garden_plot_member_reads', sql`${t.organizationId} = ${myOrganization()}`),
    mayInsert('garden_plot_member_adds', sql`${t.organizationId} = ${myOrganization()}`),
    mayUpdate('garden_plot_member_changes', sql`${t.organizationId} = ${myOrganization()}`),
    mayDelete(
      'garden_plot_manager_deletes',
      sql`${t.organizationId} = ${myOrganization('owner', 'admin')}`,
    ),
    // <person>
    // The list is paged by id.
    index().on(t.userId, t.id),
    systemPolicy('garden_plot'),
    mayRead('garden_plot_owner_reads', sql`${t.userId} = ${me}`),
    mayInsert('garden_plot_owner_adds', sql`${t.userId} = ${me}`),
    mayUpdate('garden_plot_owner_changes', sql`${t.userId} = ${me}`),
    mayDelete('garden_plot_owner_deletes', sql`${t.userId} = ${me}`),
    // <end>
  ],
)
