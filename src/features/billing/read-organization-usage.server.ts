import { and, count, eq } from 'drizzle-orm'
import { asUser } from '#/db/access.server.ts'
import { isOpen } from '#/db/open-job.ts'
import { job } from '#/db/schema/jobs.ts'
import type { OrganizationUsage } from './contract.ts'
import { limitsOfOrganization } from './plan-limits.server.ts'
import { endOfMonth, readUsed } from './usage.server.ts'

/** The limit that questions about a tenant's jobs are counted against. */
export const candidateQuestions = 'candidate_questions'

/**
 * How much of its plan a tenant uses. Of the questions it sees the number alone: who asked what is
 * the candidates' own.
 */
export async function readOrganizationUsage(actor: {
  userId: string
  organizationId: string
}): Promise<OrganizationUsage> {
  const { organizationId } = actor
  const { limits } = await limitsOfOrganization(organizationId)
  const [published] = await asUser(actor, (tx) =>
    tx
      .select({ jobs: count() })
      .from(job)
      .where(and(eq(job.organizationId, organizationId), isOpen)),
  )
  const used = await readUsed(`organization:${organizationId}`, [candidateQuestions])
  return {
    publishedJobs: { used: published?.jobs ?? 0, limit: limits.publishedJobs },
    candidateQuestions: {
      used: used.get(candidateQuestions) ?? 0,
      limit: limits.candidateQuestionsPerMonth,
      resetsAt: endOfMonth(),
    },
  }
}
