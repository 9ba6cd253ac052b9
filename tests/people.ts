/** People and tenants for tests; every call makes new ones, because all tests share one database. */
import { createRouterClient } from '@orpc/server'
import { eq } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { user } from '#/db/schema/identity.ts'
import { member, organization } from '#/db/schema/organizations.ts'
import type { OrganizationRole } from '#/auth/permissions.ts'
import type { Session } from '#/auth/auth.server.ts'
import { visitorIdIn } from '#/auth/visitor-cookie.server.ts'
import { router } from '#/rpc/router.server.ts'

export type Person = { id: string; name: string; email: string }
export type Tenant = { id: string; slug: string; name: string }

export async function createPerson(given: { name?: string; role?: 'user' | 'admin' } = {}) {
  const id = Bun.randomUUIDv7()
  const name = given.name ?? 'Robin Berg'
  const person = { id, name, email: `${id}@people.example`, emailVerified: true, role: given.role }
  await asSystem('test: create a person', (tx) => tx.insert(user).values(person))
  return { id, name, email: person.email } satisfies Person
}

export async function createTenant(owner: Person, name = 'Acme'): Promise<Tenant> {
  const id = Bun.randomUUIDv7()
  const tenant = { id, name, slug: `acme-${id}` }
  await asSystem('test: create a tenant', (tx) => tx.insert(organization).values(tenant))
  await join(tenant, owner, 'owner')
  return tenant
}

export const join = (tenant: Tenant, person: Person, role: OrganizationRole) =>
  asSystem('test: add a member', (tx) =>
    tx.insert(member).values({
      id: Bun.randomUUIDv7(),
      organizationId: tenant.id,
      userId: person.id,
      role,
    }),
  )

/** The procedures as this person (or a visitor) would call them, session look-up left out. */
export function as(person: Person | null, headers = new Headers()) {
  return createRouterClient(router, {
    context: {
      headers,
      requestId: Bun.randomUUIDv7(),
      session: async () => (person ? sessionOf(person) : null),
      visitorId: visitorIdIn(headers),
      responseHeaders: new Headers(),
    },
  })
}

async function sessionOf(person: Person): Promise<Session> {
  const [found] = await asSystem('test: read a person', (tx) =>
    tx.select().from(user).where(eq(user.id, person.id)),
  )
  if (!found) throw new Error('no such person')
  const now = new Date()
  const session = {
    id: `session-${person.id}`,
    token: 'not-a-real-token',
    userId: person.id,
    createdAt: now,
    updatedAt: now,
    expiresAt: new Date(now.getTime() + 3_600_000),
  }
  return { user: found, session }
}
