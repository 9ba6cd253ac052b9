/**
 * Sample data: three organisations with their jobs, and accounts to sign in with. Fills an empty
 * database once; a database that has it already is left as it is.
 *
 *   bun scripts/seed.ts
 */
import { hashPassword } from 'better-auth/crypto'
import { eq } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { closeDatabase } from '#/db/database.server.ts'
import { account, user } from '#/db/schema/identity.ts'
import { job } from '#/db/schema/jobs.ts'
import { member, organization, organizationProfile } from '#/db/schema/organizations.ts'
import { env } from '#/env.server.ts'
import { seededOrganizations } from './seed/organizations.ts'
import { seededPassword, seededPeople } from './seed/people.ts'
import type { SeededJob } from './seed/seeded-job.ts'

/** Who can sign in after the seed; printed by `bun dev`. */
export const seededAccounts = seededPeople.flatMap(({ label, email }) =>
  label ? [{ label, email, password: seededPassword }] : [],
)

const day = 24 * 60 * 60 * 1000

export async function seed() {
  refusePublicServer()
  const [first] = seededOrganizations
  if (!first || (await isSeeded(first.slug))) return
  // scrypt is slow on purpose: all sample accounts share a password, and here its hash too.
  const password = await hashPassword(seededPassword)
  const people = seededPeople.map((person) => ({ ...person, id: Bun.randomUUIDv7() }))
  const organizations = seededOrganizations.map((tenant) => ({ ...tenant, id: Bun.randomUUIDv7() }))
  const idOf = (email: string) => {
    const person = people.find((candidate) => candidate.email === email)
    if (!person) throw new Error(`The seed has no person ${email}.`)
    return person.id
  }

  await asSystem('seed the sample data', async (tx) => {
    await tx
      .insert(user)
      .values(
        people.map(({ id, name, email, role }) => ({ id, name, email, role, emailVerified: true })),
      )
    await tx.insert(account).values(
      people
        .filter(({ label }) => label)
        .map(({ id }) => ({
          id: Bun.randomUUIDv7(),
          accountId: id,
          providerId: 'credential',
          userId: id,
          password,
        })),
    )
    await tx
      .insert(organization)
      .values(organizations.map(({ id, name, slug }) => ({ id, name, slug })))
    await tx.insert(organizationProfile).values(
      organizations.map(({ id, about, website, location, industry }) => ({
        organizationId: id,
        about,
        website,
        location,
        industry,
      })),
    )
    await tx.insert(member).values(
      organizations.flatMap(({ id, members }) =>
        members.map(({ email, role }) => ({
          id: Bun.randomUUIDv7(),
          organizationId: id,
          userId: idOf(email),
          role,
        })),
      ),
    )
    const now = Date.now()
    await tx
      .insert(job)
      .values(
        organizations.flatMap((tenant) =>
          tenant.jobs.map((seeded) => jobRow(seeded, tenant.id, tenant.currency, now)),
        ),
      )
  })
}

/** The accounts, an admin's among them, have a password that everybody can read here. */
function refusePublicServer() {
  const { hostname } = new URL(env.APP_URL)
  if (!['localhost', '127.0.0.1', '[::1]'].includes(hostname)) {
    throw new Error(`The sample data is for a computer of your own, and APP_URL is ${hostname}.`)
  }
}

const isSeeded = (slug: string) =>
  asSystem('look for the sample data', async (tx) => {
    const rows = await tx
      .select({ id: organization.id })
      .from(organization)
      .where(eq(organization.slug, slug))
    return rows.length > 0
  })

function jobRow(seeded: SeededJob, organizationId: string, currency: string, now: number) {
  const { publishedDaysAgo, closesInDays, salary, ...columns } = seeded
  const status = seeded.status ?? 'published'
  // Jobs of one day appear at different hours, so that their order is settled.
  const hour = (Bun.hash.crc32(seeded.title) % 600) * 60_000
  const publishedAt = new Date(now - publishedDaysAgo * day - hour)
  return {
    ...columns,
    organizationId,
    slug: seededSlug(seeded.title),
    status,
    employmentType: seeded.employmentType ?? ('full_time' as const),
    salaryMin: salary?.[0],
    salaryMax: salary?.[1],
    salaryCurrency: seeded.salaryCurrency ?? currency,
    publishedAt: status === 'draft' ? null : publishedAt,
    closesAt: closesInDays === undefined ? null : new Date(now + closesInDays * day),
    createdAt: publishedAt,
  }
}

/** The same on every machine, so that a page of the sample data can be linked to. */
function seededSlug(title: string) {
  const words = title
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return `${words}-${Bun.hash.crc32(title).toString(36).slice(0, 6)}`
}

if (import.meta.main) {
  await seed()
  await closeDatabase()
  process.exit(0)
}
