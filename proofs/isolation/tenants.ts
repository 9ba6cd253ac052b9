/** Tenants, people and visitors whose every row says whose it is. */
import { asSystem } from '#/db/access.server.ts'
import { user } from '#/db/schema/identity.ts'
import { member, organization } from '#/db/schema/organizations.ts'
import type { InterleavedRows } from '../../tests/isolation/feature-isolation.ts'
import { isolations } from '../../tests/isolation/isolations.ts'

/** The kinds of rows that are written: those of every feature. */
export const kinds = isolations.flatMap(({ interleaved = [] }) => interleaved)

export type Owner = {
  /** As the rows name it. */
  ownerId: string
  nonce: string
  /** A row of each kind that this owner can have. */
  rowIds: Map<InterleavedRows, string>
}
export type Tenant = Owner
/** Somebody with rows of their own: a person, or a visitor known by a cookie. */
export type Somebody = Owner & {
  userId: string | null
  visitorId: string | null
  /** Where this person is a member. */
  tenant: Tenant | null
}
export type World = { tenants: Tenant[]; people: Somebody[] }

/** The tenants or people who have rows of this kind. */
export const ownersOf = (kind: InterleavedRows, { tenants, people }: World): Owner[] =>
  [...tenants, ...people].filter(({ rowIds }) => rowIds.has(kind))

function ownerOf(ownerId: string, ...of: InterleavedRows['of'][]): Owner {
  const own = kinds.filter((kind) => of.includes(kind.of))
  return {
    ownerId,
    nonce: crypto.randomUUID().slice(0, 13),
    rowIds: new Map(own.map((kind) => [kind, Bun.randomUUIDv7()])),
  }
}

/** Each person is a member of one tenant; a tenth of everybody are visitors without an account. */
export async function createTenants(count: number, peopleEach: number): Promise<World> {
  const tenants = Array.from({ length: count }, () => ownerOf(crypto.randomUUID(), 'tenant'))
  const members = tenants.flatMap((tenant) =>
    Array.from({ length: peopleEach }, () => {
      const id = crypto.randomUUID()
      return { ...ownerOf(id, 'person', 'person or visitor'), userId: id, visitorId: null, tenant }
    }),
  )
  const visitors = Array.from({ length: Math.ceil(members.length / 10) }, () => {
    const id = crypto.randomUUID()
    const owner = ownerOf(`visitor:${id}`, 'person or visitor')
    return { ...owner, userId: null, visitorId: id, tenant: null }
  })
  const world: World = { tenants, people: [...members, ...visitors] }
  const [first] = tenants
  if (!first) throw new Error('A world needs a tenant.')
  await asSystem('proof: create the tenants', async (tx) => {
    await tx.insert(user).values(
      members.map(({ ownerId }) => ({
        id: ownerId,
        name: 'Robin Berg',
        email: `${ownerId}@people.example`,
      })),
    )
    await tx
      .insert(organization)
      .values(
        tenants.map(({ ownerId }) => ({ id: ownerId, name: 'Acme', slug: `acme-${ownerId}` })),
      )
    await tx.insert(member).values(
      members.map(({ ownerId, tenant }, at) => ({
        id: crypto.randomUUID(),
        organizationId: tenant.ownerId,
        userId: ownerId,
        role: at % peopleEach === 0 ? 'owner' : 'member',
      })),
    )
    for (const kind of kinds) {
      await kind.prepare?.(tx, first)
      await tx
        .insert(kind.table)
        .values(
          ownersOf(kind, world).map(({ ownerId, nonce, rowIds }) =>
            kind.row(ownerId, rowIds.get(kind) ?? '', nonce),
          ),
        )
    }
  })
  return world
}
