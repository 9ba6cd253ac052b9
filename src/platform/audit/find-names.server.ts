import { inArray } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import type { auditEvent } from './tables.ts'
import { user } from '#/db/schema/identity.ts'
import { organization } from '#/db/schema/organizations.ts'
import { each, listedFeatures } from '#/define-feature.server.ts'

type Event = typeof auditEvent.$inferSelect

export type Names = {
  people: Map<string, string>
  organizations: Map<string, string>
  ofSubject: (event: Event) => string | null
}

/**
 * The names behind the ids of events that somebody may see. The trail holds only ids, so that a name
 * is gone when its account is; and a colleague who has left, whom the policies no longer show, is
 * still named in what they did.
 */
export async function findNames(events: Event[], moreActors: string[] = []): Promise<Names> {
  const peopleIds = new Set([
    ...moreActors,
    ...idsOfType(events, 'user'),
    ...events.flatMap(({ actorId, impersonatorId }) =>
      [actorId ?? [], impersonatorId ?? []].flat(),
    ),
  ])
  const organizationIds = new Set([
    ...idsOfType(events, 'organization'),
    ...events.flatMap(({ organizationId }) => organizationId ?? []),
  ])
  const found = await asSystem('audit: the names behind the ids of a trail', async (tx) => {
    const people = await tx
      .select({ id: user.id, name: user.name })
      .from(user)
      .where(inArray(user.id, [...peopleIds]))
    const organizations = await tx
      .select({ id: organization.id, name: organization.name })
      .from(organization)
      .where(inArray(organization.id, [...organizationIds]))
    return { people, organizations, others: await findSubjects(tx, events) }
  })
  const people = namesById(found.people)
  const organizations = namesById(found.organizations)
  const named = new Map([...found.others, ['user', people], ['organization', organizations]])
  return {
    people,
    organizations,
    ofSubject: ({ subjectType, subjectId, before, after }) => {
      const fields = after ?? before
      const said = fields?.title ?? fields?.name
      return named.get(subjectType)?.get(subjectId) ?? (typeof said === 'string' ? said : null)
    },
  }
}

const namesById = (rows: { id: string; name: string }[]) =>
  new Map(rows.map(({ id, name }) => [id, name]))

/** Names by the type of the subject, from the feature that knows it. */
async function findSubjects(tx: Tx, events: Event[]): Promise<Map<string, Map<string, string>>> {
  const features = await listedFeatures()
  const found = new Map<string, Map<string, string>>()
  for (const subjects of each(features, 'auditSubjects')) {
    for (const [type, find] of Object.entries(subjects)) {
      const ids = idsOfType(events, type)
      if (ids.length > 0) found.set(type, namesById(await find(tx, ids)))
    }
  }
  return found
}

const idsOfType = (events: Event[], type: string) =>
  events.flatMap(({ subjectType, subjectId }) => (subjectType === type ? [subjectId] : []))
