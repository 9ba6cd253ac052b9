import { inArray } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { application } from '#/db/schema/applications.ts'
import type { auditEvent } from '#/db/schema/audit-events.ts'
import { user } from '#/db/schema/identity.ts'
import { invitation, organization } from '#/db/schema/organizations.ts'

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
  const subjects = (type: string) =>
    events.flatMap(({ subjectType, subjectId }) => (subjectType === type ? [subjectId] : []))
  const peopleIds = new Set([
    ...moreActors,
    ...subjects('user'),
    ...events.flatMap(({ actorId, impersonatorId }) =>
      [actorId ?? [], impersonatorId ?? []].flat(),
    ),
  ])
  const organizationIds = new Set([
    ...subjects('organization'),
    ...events.flatMap(({ organizationId }) => organizationId ?? []),
  ])
  const found = await asSystem('audit: the names behind the ids of a trail', async (tx) => ({
    people: await tx
      .select({ id: user.id, name: user.name })
      .from(user)
      .where(inArray(user.id, [...peopleIds])),
    organizations: await tx
      .select({ id: organization.id, name: organization.name })
      .from(organization)
      .where(inArray(organization.id, [...organizationIds])),
    invitations: await tx
      .select({ id: invitation.id, name: invitation.email })
      .from(invitation)
      .where(inArray(invitation.id, subjects('invitation'))),
    applications: await tx
      .select({ id: application.id, name: application.candidateName })
      .from(application)
      .where(inArray(application.id, subjects('application'))),
  }))
  const mapOf = (rows: { id: string; name: string }[]) =>
    new Map(rows.map(({ id, name }) => [id, name]))
  const people = mapOf(found.people)
  const organizations = mapOf(found.organizations)
  const others: Record<string, Map<string, string>> = {
    user: people,
    organization: organizations,
    invitation: mapOf(found.invitations),
    application: mapOf(found.applications),
  }
  return {
    people,
    organizations,
    ofSubject: ({ subjectType, subjectId, before, after }) => {
      const said = (after ?? before)?.[subjectType === 'job' ? 'title' : 'name']
      return others[subjectType]?.get(subjectId) ?? (typeof said === 'string' ? said : null)
    },
  }
}
