import { and, eq } from 'drizzle-orm'
import { asUser, type MemberActor } from '#/db/access.server.ts'
import { isOpenRow } from './open-job.ts'
import { job } from './tables.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { type JobFields, missingFields } from './job-fields.ts'
import { jobSlug } from './job-slug.ts'
import { noteWork } from './note-work.server.ts'

/** One can apply until that day is over everywhere in the zone of the server's clock, UTC. */
const endOfDay = (day: string | undefined) => (day ? new Date(`${day}T23:59:59Z`) : null)

const columnsOf = ({ closesOn, salaryMin, salaryMax, skills, ...fields }: JobFields) => ({
  ...fields,
  skills: [...new Set(skills)],
  salaryMin: salaryMin ?? null,
  salaryMax: salaryMax ?? null,
  closesAt: endOfDay(closesOn),
})

export async function createJob(actor: MemberActor, fields: JobFields): Promise<{ jobId: string }> {
  const { organizationId } = actor
  const id = Bun.randomUUIDv7()
  const slug = jobSlug(fields.title)
  await asUser(actor, async (tx) => {
    await tx.insert(job).values({ id, organizationId, slug, ...columnsOf(fields) })
    await noteWork(tx, actor, id)
  })
  return { jobId: id }
}

/**
 * Throws JOB_CHANGED when somebody saved since `updatedAt`, and JOB_INCOMPLETE when a published job
 * would lose what a reader needs. The address follows the title until the job is published. What its
 * last day has closed stays closed until somebody publishes it again.
 */
export async function updateJob(
  actor: MemberActor,
  { jobId, fields, updatedAt }: { jobId: string; fields: JobFields; updatedAt: Date },
): Promise<{ updatedAt: Date }> {
  return asUser(actor, async (tx) => {
    const isThis = and(eq(job.organizationId, actor.organizationId), eq(job.id, jobId))
    const [before] = await tx.select().from(job).where(isThis).for('update')
    if (!before) throw new Refusal('NOT_FOUND')
    if (before.updatedAt.getTime() !== updatedAt.getTime()) throw new Refusal('JOB_CHANGED')
    const missing = missingFields(fields)
    if (isOpenRow(before) && missing.length > 0) {
      throw new Refusal('JOB_INCOMPLETE', { missing })
    }
    // With a later last day it would be open again, past the limit of the plan: that is publishing.
    const status = before.status === 'published' && !isOpenRow(before) ? 'closed' : before.status
    const wasPublic = before.publishedAt !== null
    const slug = wasPublic ? before.slug : jobSlug(fields.title, before.slug)
    // Never the same moment twice, so that the next stale copy is recognised too.
    const now = new Date(Math.max(Date.now(), before.updatedAt.getTime() + 1))
    await tx
      .update(job)
      .set({ ...columnsOf(fields), status, slug, updatedAt: now })
      .where(isThis)
    await noteWork(tx, actor, jobId)
    return { updatedAt: now }
  })
}
