import { os } from '@orpc/server'
import { and, eq } from 'drizzle-orm'
import type { OrganizationRole } from '#/auth/permissions.ts'
import { asUser } from '#/db/access.server.ts'
import { member, organization } from '#/db/schema/organizations.ts'
import type { Context } from './context.server.ts'
import { Refusal } from './refusal.ts'

/**
 * Every procedure begins with one of these, so that the first thing one reads is who may call:
 *
 *   create: server.create.use(signedIn).handler(...)
 *
 * A test fails for a procedure without one.
 */
const base = os.$context<Context>()

/** Visitors too. `actor` is whoever is signed in, or nobody. */
export const anyone = base.middleware(async ({ context, next }) => {
  const session = await context.session()
  return next({ context: { actor: { userId: session?.user.id ?? null } } })
})

export const signedIn = base.middleware(async ({ context, next }) => {
  const session = await context.session()
  if (!session) throw new Refusal('UNAUTHORIZED')
  return next({ context: { user: session.user, actor: { userId: session.user.id } } })
})

/** The people who run the site. To everybody else the procedure does not exist. */
export const platformAdmin = signedIn.concat(async ({ context, next }) => {
  if (context.user.role !== 'admin') throw new Refusal('NOT_FOUND')
  return next()
})

/**
 * A member, with one of the roles when given, of the organisation that the input names. To a
 * stranger the organisation does not exist.
 */
const memberOf = (...roles: OrganizationRole[]) =>
  signedIn.concat(async ({ context, next }, input: { organizationSlug: string }) => {
    const [membership] = await asUser(context.actor, (tx) =>
      tx
        .select({
          organizationId: organization.id,
          name: organization.name,
          slug: organization.slug,
          role: member.role,
        })
        .from(member)
        .innerJoin(organization, eq(organization.id, member.organizationId))
        .where(
          and(eq(organization.slug, input.organizationSlug), eq(member.userId, context.user.id)),
        ),
    )
    if (!membership) throw new Refusal('NOT_FOUND')
    const held = membership.role.split(',')
    if (roles.length > 0 && !roles.some((role) => held.includes(role)))
      throw new Refusal('FORBIDDEN')
    const actor = { userId: context.user.id, organizationId: membership.organizationId }
    return next({ context: { membership, actor } })
  })

export const organizationMember = memberOf()
export const organizationManager = memberOf('owner', 'admin')
export const organizationOwner = memberOf('owner')

/** What every procedure's name stands in, for the test that no procedure forgot to say who may call. */
export const kinds = {
  anyone,
  signedIn,
  platformAdmin,
  organizationMember,
  organizationManager,
  organizationOwner,
}
