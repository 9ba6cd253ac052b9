import { and, eq, type SQL } from 'drizzle-orm'
import { asSystem, asUser, visitor } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { hasCompanyPage } from './open-job.ts'
import { organization, organizationProfile } from '#/db/schema/organizations.ts'
import { Refusal } from '#/rpc/refusal.ts'
import type { CompanyProfile } from './contract.ts'
import { listJobs } from './listed-job.server.ts'

const jobsShown = 100

/**
 * A company with its open jobs. It is public from its first published job on, and keeps its page while
 * nothing is open, because its address was handed out; one that has only drafts is NOT_FOUND.
 */
export async function readCompany(slug: string) {
  if (!canBeSlug(slug)) throw new Refusal('NOT_FOUND')
  const hiring = await asUser(visitor, async (tx) => {
    const [company] = await selectCompany(tx, slug)
    if (!company) return null
    const jobs = await listJobs(tx, { where: eq(organization.slug, slug), limit: jobsShown })
    return { ...companyColumns(company), jobs }
  })
  if (hiring) return hiring
  const former = await asSystem('jobs: a company whose jobs are all closed', (tx) =>
    selectCompany(tx, slug, hasCompanyPage),
  )
  const [company] = former
  if (!company) throw new Refusal('NOT_FOUND')
  return { ...companyColumns(company), jobs: [] }
}

/** Anything can stand in an address; Postgres would refuse NUL with an error. */
export const canBeSlug = (text: string) => text.length <= 200 && !/\p{Cc}/u.test(text)

/** Of an organization with its profile joined to it. */
export const companySelection = {
  name: organization.name,
  slug: organization.slug,
  about: organizationProfile.about,
  website: organizationProfile.website,
  location: organizationProfile.location,
  industry: organizationProfile.industry,
}

const selectCompany = (tx: Tx, slug: string, condition?: SQL) =>
  tx
    .select(companySelection)
    .from(organization)
    .leftJoin(organizationProfile, eq(organizationProfile.organizationId, organization.id))
    .where(and(eq(organization.slug, slug), condition))

type CompanyRow = Awaited<ReturnType<typeof selectCompany>>[number]

/** A company that has not written its profile yet has an empty one. */
export const companyColumns = ({ about, website, ...row }: CompanyRow): CompanyProfile => ({
  ...row,
  about: about ?? '',
  website: website && isWebAddress(website) ? website : null,
})

const isWebAddress = (address: string) => {
  const url = URL.parse(address)
  return !!url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
}
