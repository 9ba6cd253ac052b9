/** Tenants, people and visitors whose every row says whose it is. */
import { asSystem } from '#/db/access.server.ts'
import { chat } from '#/db/schema/chats.ts'
import { user } from '#/db/schema/identity.ts'
import { job } from '#/db/schema/jobs.ts'
import { member, organization } from '#/db/schema/organizations.ts'

export type Tenant = { id: string; nonce: string; draftId: string }
/** Somebody with conversations of their own: a person, or a visitor known by a cookie. */
export type Somebody = {
  userId: string | null
  visitorId: string | null
  /** As the rows name it. */
  ownerId: string
  nonce: string
  chatId: string
  /** Where this person is a member. */
  tenant: Tenant | null
}
export type World = { tenants: Tenant[]; people: Somebody[]; publishedJobId: string }

const nonce = () => crypto.randomUUID().slice(0, 13)

/** Each person is a member of one tenant; a tenth of everybody are visitors without an account. */
export async function createTenants(count: number, peopleEach: number): Promise<World> {
  const tenants = Array.from({ length: count }, (): Tenant => ({
    id: crypto.randomUUID(),
    nonce: nonce(),
    draftId: Bun.randomUUIDv7(),
  }))
  const members = tenants.flatMap((tenant) =>
    Array.from({ length: peopleEach }, (): Somebody => {
      const id = crypto.randomUUID()
      return { ...somebody(id), userId: id, tenant }
    }),
  )
  const visitors = Array.from({ length: Math.ceil(members.length / 10) }, (): Somebody => {
    const id = crypto.randomUUID()
    return { ...somebody(`visitor:${id}`), visitorId: id }
  })
  const people = [...members, ...visitors]
  const [published] = tenants.map((tenant) =>
    draft(tenant, Bun.randomUUIDv7(), tenant.nonce, 'published'),
  )
  if (!published) throw new Error('A world needs a tenant.')
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
      .values(tenants.map(({ id }) => ({ id, name: 'Acme', slug: `acme-${id}` })))
    await tx.insert(member).values(
      members.flatMap(({ ownerId, tenant }, at) =>
        tenant
          ? {
              id: crypto.randomUUID(),
              organizationId: tenant.id,
              userId: ownerId,
              role: at % peopleEach === 0 ? 'owner' : 'member',
            }
          : [],
      ),
    )
    await tx.insert(job).values(tenants.map((one) => draft(one, one.draftId, one.nonce)))
    await tx.insert(job).values(published)
    await tx.insert(chat).values(
      people.map((one) => ({
        id: one.chatId,
        ownerId: one.ownerId,
        jobId: published.id,
        title: one.nonce,
      })),
    )
  })
  return { tenants, people, publishedJobId: published.id }
}

const somebody = (ownerId: string): Somebody => ({
  userId: null,
  visitorId: null,
  ownerId,
  nonce: nonce(),
  chatId: Bun.randomUUIDv7(),
  tenant: null,
})

/** A job that only its tenant may see, unless it is published; its title says whose it is. */
export const draft = (
  tenant: Tenant,
  id: string,
  title: string,
  status: 'draft' | 'published' = 'draft',
) => ({
  id,
  organizationId: tenant.id,
  slug: `proof-${id}`,
  status,
  title,
  summary: 'Build the payment systems of a growing bakery chain.',
  description: 'Design APIs.',
  location: 'Berlin',
  country: 'DE',
  workplace: 'hybrid' as const,
  employmentType: 'full_time' as const,
  publishedAt: status === 'published' ? new Date() : null,
})
