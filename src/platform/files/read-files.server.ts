import { and, desc, eq } from 'drizzle-orm'
import { type Actor, asUser } from '#/db/access.server.ts'
import { file } from './tables.ts'
import { member, organization } from '#/db/schema/organizations.ts'

/** The person's own usable files, the newest first. */
export const listFiles = (owner: { userId: string }) =>
  asUser(owner, (tx) =>
    tx
      .select()
      .from(file)
      .where(and(eq(file.userId, owner.userId), eq(file.status, 'ready')))
      .orderBy(desc(file.createdAt), desc(file.id)),
  )

/**
 * A usable file that the policies let this person see: one's own, or one that was handed in to the
 * organisation, if one is a member of it. Null for everything else, and nobody learns which it was.
 */
export async function findReadableFile(
  userId: string,
  fileId: string,
  organizationSlug: string | null,
) {
  let actor: Actor = { userId }
  if (organizationSlug !== null) {
    const [tenant] = await asUser(actor, (tx) =>
      tx
        .select({ id: organization.id })
        .from(organization)
        .innerJoin(member, eq(member.organizationId, organization.id))
        .where(and(eq(organization.slug, organizationSlug), eq(member.userId, userId))),
    )
    actor = { userId, organizationId: tenant?.id }
  }
  const [found] = await asUser(actor, (tx) =>
    tx
      .select()
      .from(file)
      .where(and(eq(file.id, fileId), eq(file.status, 'ready'))),
  )
  return found ?? null
}
