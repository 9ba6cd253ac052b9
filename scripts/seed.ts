/**
 * Sample data: accounts to sign in with, three organisations with their members and plans, and what the
 * features bring (scripts/seed/sample-data.ts). Fills an empty database once; a database that has it
 * already is left as it is. What lies outside of the database is written first, into the local cloud
 * alone, and then every row in one transaction: an interrupted seed is none, and the next one begins again.
 *
 *   bun scripts/seed.ts
 */
import { hashPassword } from 'better-auth/crypto'
import { inArray } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { closeDatabase } from '#/db/database.server.ts'
import { withOrigin } from '#/db/request-origin.ts'
import { organization } from '#/db/schema/organizations.ts'
import { env } from '#/env.server.ts'
import { copySubscription } from '#/platform/billing/copy-subscription.server.ts'
import { addPeople, idOf } from './seed/add-people.ts'
import { type BoughtTeam, buyTeam } from './seed/buy-team.ts'
import { dateTrail, isTrailEmpty } from './seed/date-trail.ts'
import { organizationSteps } from './seed/organization-steps.ts'
import { sampleOrganizations } from './seed/organizations.ts'
import { samplePassword, samplePeople } from './seed/people.ts'
import { collectSampleData } from './seed/sample-data.ts'
import { recordSoFar, tellHistory } from './seed/tell-history.ts'

export async function seed() {
  refusePublicServer()
  if (await isSeeded()) return
  const ofFeatures = await collectSampleData()
  const [password, bought] = await Promise.all([
    // scrypt is slow on purpose: all sample accounts share a password, and here its hash too.
    hashPassword(samplePassword),
    Promise.all(sampleOrganizations.map(buyTeam)),
    ...ofFeatures.map(({ prepare }) => prepare?.()),
  ])
  await asSystem('seed the sample data', async (tx) => {
    const isFirst = await isTrailEmpty(tx)
    await addPeople(tx, samplePeople, password)
    const steps = sampleOrganizations.flatMap((one, index) =>
      organizationSteps(one, bought[index]?.customerId ?? null),
    )
    await tellHistory(tx, steps)
    for (const { add } of ofFeatures) await add(tx)
    await recordSoFar(tx)
    const moments = ofFeatures.flatMap((one) => Object.entries(one.moments ?? {}))
    if (isFirst) await dateTrail(tx, Object.fromEntries(moments))
  })
  await copyPlans(bought)
}

/**
 * As coming back from the payment page does it. If this is not reached, Stripe's events, which wait for
 * the app, bring the same.
 */
async function copyPlans(bought: (BoughtTeam | null)[]) {
  for (const [index, { members }] of sampleOrganizations.entries()) {
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

const isSeeded = () =>
  asSystem('look for the sample data', async (tx) => {
    const slugs = sampleOrganizations.map(({ slug }) => slug)
    const rows = await tx
      .select({ id: organization.id })
      .from(organization)
      .where(inArray(organization.slug, slugs))
    return rows.length > 0
  })

if (import.meta.main) {
  await seed()
  await closeDatabase()
  process.exit(0)
}
