import { and, desc, eq, ne, sql } from 'drizzle-orm'
import { asSystem, asUser, visitor } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { job } from './tables.ts'
import { organization, organizationProfile } from '#/db/schema/organizations.ts'
import { Refusal } from '#/rpc/refusal.ts'
import type { ListedJob, PublicJob } from './contract.ts'
import { listJobs } from './listed-job.server.ts'
import { canBeSlug, companyColumns, companySelection } from './read-company.server.ts'
import { renderMarkdown } from './render-markdown.server.ts'

/** A published job as everybody sees it. Throws JOB_CLOSED for one that was public before. */
export async function readJob(slug: string): Promise<PublicJob> {
  if (!canBeSlug(slug)) throw new Refusal('NOT_FOUND')
  const found = await asUser(visitor, async (tx) => {
    const [listed] = await listJobs(tx, { where: eq(job.slug, slug), limit: 1 })
    if (!listed) return null
    const [detail] = await tx
      .select({
        description: job.description,
        closesAt: job.closesAt,
        company: companySelection,
      })
      .from(job)
      .innerJoin(organization, eq(organization.id, job.organizationId))
      .leftJoin(organizationProfile, eq(organizationProfile.organizationId, job.organizationId))
      .where(eq(job.id, listed.id))
    return detail && { listed, ...detail, similar: await similarJobs(tx, listed) }
  })
  if (!found) return refuseWithReason(slug)
  return {
    ...found.listed,
    descriptionHtml: renderMarkdown(found.description),
    closesAt: found.closesAt,
    company: companyColumns(found.company),
    similar: found.similar,
  }
}

/** Those that share the most skills, at least one, or the department. */
function similarJobs(tx: Tx, to: ListedJob): Promise<ListedJob[]> {
  const skills = sql`(select jsonb_array_elements_text(${JSON.stringify(to.skills)}::jsonb))`
  const shared = sql`(select count(*) from unnest(${job.skills}) skill where skill in ${skills})`
  return listJobs(tx, {
    where: and(
      ne(job.id, to.id),
      sql`(${shared} > 0 or (${job.department} = ${to.department} and ${job.department} <> ''))`,
    ),
    order: [desc(shared)],
    limit: 3,
  })
}

async function refuseWithReason(slug: string): Promise<never> {
  const [known] = await asSystem('tell a closed job from an unknown one', (tx) =>
    tx
      .select({
        status: job.status,
        publishedAt: job.publishedAt,
        title: job.title,
        company: organization.name,
      })
      .from(job)
      .innerJoin(organization, eq(organization.id, job.organizationId))
      .where(eq(job.slug, slug)),
  )
  if (!known || known.status === 'draft' || !known.publishedAt) throw new Refusal('NOT_FOUND')
  throw new Refusal('JOB_CLOSED', { title: known.title, company: known.company })
}
