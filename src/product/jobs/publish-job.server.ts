import { and, eq, sql } from 'drizzle-orm'
import { asUser, type MemberActor } from '#/db/access.server.ts'
import { isOpenRow } from './open-job.ts'
import { job } from './tables.ts'
import { limitOfOrganization } from '#/platform/billing/plan-limits.server.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { missingFields } from './job-fields.ts'
import { noteWork } from './note-work.server.ts'
import { publishedJobs } from './plan-limits.ts'
import { countPublished } from './plan-usage.server.ts'

const ofTenant = (actor: MemberActor) => eq(job.organizationId, actor.organizationId)
const oneJob = (actor: MemberActor, jobId: string) => and(ofTenant(actor), eq(job.id, jobId))

/**
 * Shows a draft, or a closed job again, to everybody; one that its last day closed as well. Throws JOB_INCOMPLETE, and
 * PUBLISHED_JOBS_LIMIT_REACHED when the plan has no place left. As the text stays the same, so does
 * `updatedAt`, by which an open copy of it is recognised.
 */
export async function publishJob(actor: MemberActor, jobId: string): Promise<{ slug: string }> {
  const { limit } = await limitOfOrganization(actor.organizationId, publishedJobs)
  return asUser(actor, async (tx) => {
    // One at a time in an organisation, so that two cannot both take the last place.
    const lock = `publish-job:${actor.organizationId}`
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`)
    const [found] = await tx.select().from(job).where(oneJob(actor, jobId)).for('update')
    if (!found) throw new Refusal('NOT_FOUND')
    if (isOpenRow(found)) return { slug: found.slug }
    const missing = missingFields(found)
    if (missing.length > 0) throw new Refusal('JOB_INCOMPLETE', { missing })
    if ((await countPublished(tx, actor)) >= limit) {
      throw new Refusal('PUBLISHED_JOBS_LIMIT_REACHED', { limit })
    }
    const { updatedAt } = found
    // Its last day has closed it, which the trail learns now, before it hears that it is open again.
    if (found.status === 'published') {
      await tx.update(job).set({ status: 'closed', updatedAt }).where(oneJob(actor, jobId))
    }
    const now = new Date()
    // A last day that has passed would close it again at once.
    const closesAt = found.closesAt && found.closesAt > now ? found.closesAt : null
    await tx
      .update(job)
      .set({ status: 'published', publishedAt: now, closesAt, updatedAt })
      .where(oneJob(actor, jobId))
    await noteWork(tx, actor, jobId)
    return { slug: found.slug }
  })
}

/** Takes no more applications; those that are there stay. */
export async function closeJob(actor: MemberActor, jobId: string): Promise<void> {
  await asUser(actor, async (tx) => {
    const [found] = await tx
      .select({ status: job.status, updatedAt: job.updatedAt })
      .from(job)
      .where(oneJob(actor, jobId))
      .for('update')
    if (!found || found.status === 'draft') throw new Refusal('NOT_FOUND')
    if (found.status === 'closed') return
    const { updatedAt } = found
    await tx.update(job).set({ status: 'closed', updatedAt }).where(oneJob(actor, jobId))
    await noteWork(tx, actor, jobId)
  })
}

/** What was public once is only ever closed, so that its applications stay readable. */
export async function removeDraft(actor: MemberActor, jobId: string): Promise<void> {
  await asUser(actor, async (tx) => {
    const [found] = await tx
      .select({ status: job.status })
      .from(job)
      .where(oneJob(actor, jobId))
      .for('update')
    if (!found) throw new Refusal('NOT_FOUND')
    if (found.status !== 'draft') throw new Refusal('NOT_A_DRAFT')
    await tx.delete(job).where(oneJob(actor, jobId))
  })
}
