import { eq } from 'drizzle-orm'
import { asUser, visitor } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { organization, organizationProfile } from '#/db/schema/organizations.ts'
import { Refusal } from '#/rpc/refusal.ts'
import type { CompanyProfile } from './contract.ts'
import { listJobs } from './listed-job.server.ts'

const jobsShown = 100

/** A company that is hiring, with its open jobs; one without a published job is not public. */
export async function readCompany(slug: string) {
  if (!canBeSlug(slug)) throw new Refusal('NOT_FOUND')
  const found = await asUser(visitor, async (tx) => {
    const [company] = await selectCompany(tx, slug)
    if (!company) return null
    const jobs = await listJobs(tx, { where: eq(organization.slug, slug), limit: jobsShown })
    return { ...companyColumns(company), jobs }
  })
  if (!found) throw new Refusal('NOT_FOUND')
  return found
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

const selectCompany = (tx: Tx, slug: string) =>
  tx
    .select(companySelection)
    .from(organization)
    .leftJoin(organizationProfile, eq(organizationProfile.organizationId, organization.id))
    .where(eq(organization.slug, slug))

type CompanyRow = Awaited<ReturnType<typeof selectCompany>>[number]

/** A company that has not written its profile yet has an empty one. */
export const companyColumns = ({ about, website, ...row }: CompanyRow): CompanyProfile => ({
  ...row,
  about: about ?? '',
  website: website && isWebAddress(website) ? website : null,
})

const isWebAddress = (address: string) => /^https?:$/.test(URL.parse(address)?.protocol ?? '')
