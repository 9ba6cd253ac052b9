import { os } from '@orpc/server'
import { and, eq } from 'drizzle-orm'
import type { OrganizationRole } from '#/auth/permissions.ts'
import { originOf } from '#/auth/origin-of-request.ts'
import { type Actor, asUser } from '#/db/access.server.ts'
import { withOrigin } from '#/db/request-origin.ts'
import { member, organization } from '#/db/schema/organizations.ts'
import type { Context } from './context.server.ts'
import { Refusal } from './refusal.ts'

/**
 * Every procedure begins with one of these, so that the first thing one reads is who may call:
 *
 *   create: server.create.use(signedIn).handler(...)
 *
 * A test fails for a procedure without one. From here on, whatever is written is known to be written
 * for this person.
 */
const base = os.$context<Context>()

/** Visitors too. `actor` is whoever is signed in, or nobody. */
export const anyone = base.middleware(async ({ context, next }) => {
  const session = await context.session()
  return withOrigin(originOf(context.headers, session), () =>
    next({ context: { actor: { userId: session?.user.id ?? null } } }),
  )
})

/** A person, or a visitor whom their signed cookie names. */
export const personOrVisitor = base.middleware(async ({ context, next }) => {
  const actor = await askerIn(context)
  if (!actor) throw new Refusal('UNAUTHORIZED')
  return next({ context: { actor } })
})

/** The same outside of a procedure; null when it is neither. Whoever is signed in is no visitor. */
export async function askerIn({
  session,
  visitorId,
}: Pick<Context, 'session' | 'visitorId'>): Promise<Actor | null> {
  const userId = (await session())?.user.id
  if (userId) return { userId }
  return visitorId ? { userId: null, visitorId } : null
}

export const signedIn = base.middleware(async ({ context, next }) => {
  const session = await context.session()
  if (!session) throw new Refusal('UNAUTHORIZED')
  return withOrigin(originOf(context.headers, session), () =>
    next({ context: { user: session.user, actor: { userId: session.user.id } } }),
  )
})

/** The people who run the site. To everybody else the procedure does not exist. */
export const platformAdmin = signedIn.concat(async ({ context, next }) => {
  if (context.user.role !== 'admin') throw new Refusal('NOT_FOUND')
  return next()
})

/**
 * The membership of a person, with one of the roles when given, in the organisation of this address. To
 * a stranger the organisation does not exist.
 */
async function membershipIn(userId: string, slug: string, roles: OrganizationRole[]) {
  const [membership] = await asUser({ userId }, (tx) =>
    tx
      .select({
        organizationId: organization.id,
        name: organization.name,
        slug: organization.slug,
        role: member.role,
      })
      .from(member)
      .innerJoin(organization, eq(organization.id, member.organizationId))
      .where(and(eq(organization.slug, slug), eq(member.userId, userId))),
  )
  if (!membership) throw new Refusal('NOT_FOUND')
  const held = membership.role.split(',')
  if (roles.length > 0 && !roles.some((role) => held.includes(role))) throw new Refusal('FORBIDDEN')
  return membership
}

/** A member, with one of the roles when given, of the organisation that the input names. */
const memberOf = (...roles: OrganizationRole[]) =>
  signedIn.concat(async ({ context, next }, input: { organizationSlug: string }) => {
    const userId = context.user.id
    const membership = await membershipIn(userId, input.organizationSlug, roles)
    return next({
      context: { membership, actor: { userId, organizationId: membership.organizationId } },
    })
  })

/** Whoever is signed in for themselves; for the organisation that the input names, who runs it. */
export const personOrManager = signedIn.concat(
  async ({ context, next }, { organizationSlug }: { organizationSlug?: string }) => {
    const userId = context.user.id
    const membership =
      organizationSlug === undefined
        ? null
        : await membershipIn(userId, organizationSlug, ['owner', 'admin'])
    const actor = { userId, organizationId: membership?.organizationId }
    return next({ context: { membership, actor } })
  },
)

export const organizationMember = memberOf()
export const organizationManager = memberOf('owner', 'admin')
export const organizationOwner = memberOf('owner')

/** What every procedure's name stands in, for the test that no procedure forgot to say who may call. */
export const kinds = {
  anyone,
  personOrVisitor,
  signedIn,
  personOrManager,
  platformAdmin,
  organizationMember,
  organizationManager,
  organizationOwner,
}
