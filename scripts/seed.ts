/**
 * Sample data: three organisations with their jobs, members and plans, people who applied to them, and
 * accounts to sign in with. Fills an empty database once; a database that has it already is left as it
 * is. What lies outside of the database is written first, into the local cloud alone, and then every
 * row in one transaction: an interrupted seed is none, and the next one begins again.
 *
 *   bun scripts/seed.ts
 */
import { hashPassword } from 'better-auth/crypto'
import { eq } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { closeDatabase } from '#/db/database.server.ts'
import { withOrigin } from '#/db/request-origin.ts'
import { organization } from '#/db/schema/organizations.ts'
import { env } from '#/env.server.ts'
import { copySubscription } from '#/platform/billing/copy-subscription.server.ts'
import { addApplications } from './seed/add-applications.ts'
import { addCvs } from './seed/add-cvs.ts'
import { addPeople, seededUsers } from './seed/add-people.ts'
import { type BoughtTeam, buyTeam } from './seed/buy-team.ts'
import { seededCandidates } from './seed/candidates.ts'
import { dateTrail, isTrailEmpty } from './seed/date-trail.ts'
import { type IdOf, organizationSteps, type Tenant } from './seed/organization-steps.ts'
import { ofCandidates } from './seed/of-candidates.ts'
import { seededOrganizations } from './seed/organizations.ts'
import { seededPassword, seededPeople } from './seed/people.ts'
import { storeCvs, type StoredCv } from './seed/store-cvs.ts'
import { tellHistory } from './seed/tell-history.ts'

/** Who can sign in after the seed; printed by `bun dev`. */
export const seededAccounts = seededPeople.flatMap(({ label, email }) =>
  label ? [{ label, email, password: seededPassword }] : [],
)

export async function seed() {
  refusePublicServer()
  const [first] = seededOrganizations
  if (!first || (await isSeeded(first.slug))) return
  const organizations = seededOrganizations.map((tenant) => ({ ...tenant, id: Bun.randomUUIDv7() }))
  const [password, cvs, bought] = await Promise.all([
    // scrypt is slow on purpose: all sample accounts share a password, and here its hash too.
    hashPassword(seededPassword),
    storeCvs(seededCandidates),
    Promise.all(organizations.map(buyTeam)),
  ])
  const tenants = organizations.map((tenant, index): Tenant => ({
    ...tenant,
    stripeCustomerId: bought[index]?.customerId ?? null,
    jobs: tenant.jobs.map((job) => ({ ...job, id: Bun.randomUUIDv7() })),
  }))
  const people = seededUsers()
  const idOf = (email: string) => {
    const person = people.find((candidate) => candidate.email === email)
    if (!person) throw new Error(`The seed has no person ${email}.`)
    return person.id
  }
  await asSystem('seed the sample data', async (tx) => {
    const isFirst = await isTrailEmpty(tx)
    await addPeople(tx, people, password)
    await tellHistory(
      tx,
      tenants.flatMap((tenant) => organizationSteps(tenant, idOf)),
    )
    if (cvs) await addCandidates(tx, cvs, tenants, idOf)
    if (isFirst) await dateTrail(tx)
  })
  await copyPlans(tenants, bought, idOf)
}

/** What they uploaded, handed in and asked, and what became of it. */
async function addCandidates(tx: Tx, cvs: StoredCv[][], tenants: Tenant[], idOf: IdOf) {
  const owners = seededCandidates.map(({ email }, index) => ({
    userId: idOf(email),
    cvs: cvs[index] ?? [],
  }))
  const fileIds = await addCvs(tx, owners)
  await tellHistory(tx, await addApplications(tx, seededCandidates, { fileIds, tenants, idOf }))
  for (const add of ofCandidates) await add(tx, seededCandidates, { tenants, idOf })
}

/**
 * As coming back from the payment page does it. If this is not reached, Stripe's events, which wait for
 * the app, bring the same.
 */
async function copyPlans(tenants: Tenant[], bought: (BoughtTeam | null)[], idOf: IdOf) {
  for (const [index, { members }] of tenants.entries()) {
    const subscriptionId = bought[index]?.subscriptionId
    const owner = members[0]
    if (!subscriptionId || !owner) continue
    const origin = { impersonatorId: null, address: null, userAgent: null }
    await withOrigin({ actorId: idOf(owner.email), ...origin }, () =>
      copySubscription(subscriptionId),
    )
  }
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

if (import.meta.main) {
  await seed()
  await closeDatabase()
  process.exit(0)
}
