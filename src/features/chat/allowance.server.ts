import { and, eq } from 'drizzle-orm'
import { dailyBudgetSpent } from '#/adapters/language-model-ledger.server.ts'
import { type Actor, asUser } from '#/db/access.server.ts'
import { isOpen } from '#/db/open-job.ts'
import { chat } from '#/db/schema/chats.ts'
import { job } from '#/db/schema/jobs.ts'
import { limitsOf, limitsOfOrganization } from '#/features/billing/plan-limits.server.ts'
import { candidateQuestions } from '#/features/billing/read-organization-usage.server.ts'
import {
  type Charge,
  charge,
  endOfDay,
  endOfMonth,
  giveBack,
} from '#/features/billing/usage.server.ts'
import { log } from '#/observability/log.server.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { triesPerQuestion, visitorLimits } from './limits.ts'

/** A question that was let through; see chargeQuestion. */
export type ChargedQuestion = {
  /** The tenant whose job it is about. */
  organizationId: string
  tries: Charge
  charges: Charge[]
}

/**
 * Counts a question before anything is done about it: against the plan of whoever asks, and against
 * the plan of the tenant whose job it is. What then comes to nothing is given back, but not the
 * tries, which are bounded as well: a question that fails still costs. Throws Refusal NOT_FOUND,
 * JOB_CLOSED, CHAT_LIMIT_REACHED, VISITOR_LIMIT_REACHED, EMPLOYER_LIMIT_REACHED or ANSWERS_PAUSED.
 */
export async function chargeQuestion(asker: Actor, chatId: string): Promise<ChargedQuestion> {
  const [found] = await asUser(asker, (tx) =>
    tx
      .select({ jobId: job.id, organizationId: job.organizationId })
      .from(chat)
      .leftJoin(job, and(eq(job.id, chat.jobId), isOpen))
      .where(eq(chat.id, chatId)),
  )
  if (!found) throw new Refusal('NOT_FOUND')
  const { jobId, organizationId } = found
  if (!jobId || !organizationId) throw new Refusal('JOB_CLOSED')
  const pausedUntil = await dailyBudgetSpent()
  if (pausedUntil) throw new Refusal('ANSWERS_PAUSED', { resetsAt: pausedUntil })

  const { limits } = await limitsOfOrganization(organizationId)
  const { tries, questions, questionsAllowed } = await chargesOf(asker, jobId)
  const ofTenant: Charge = {
    subject: `organization:${organizationId}`,
    metric: candidateQuestions,
    limit: limits.candidateQuestionsPerMonth,
    endsAt: endOfMonth(),
  }
  const ofVisitors: Charge = {
    ...ofTenant,
    metric: 'visitor_questions',
    limit: Math.floor(ofTenant.limit * visitorLimits.shareOfTenant),
  }
  const charges = [...questions, ...(asker.userId ? [] : [ofVisitors]), ofTenant]
  const refused = await charge([tries, ...charges])
  if (refused) {
    const { endsAt: resetsAt } = refused
    if (refused === ofTenant) throw new Refusal('EMPLOYER_LIMIT_REACHED', { resetsAt })
    if (!asker.userId) throw new Refusal('VISITOR_LIMIT_REACHED', { resetsAt })
    throw new Refusal('CHAT_LIMIT_REACHED', { limit: questionsAllowed, resetsAt })
  }
  return { organizationId, tries, charges }
}

/** For a question that was not answered, by no fault of whoever asked. */
export const giveBackQuestion = ({ charges }: ChargedQuestion) => giveBackSafely(charges)

/** For a question that did not get as far as a model. */
export const cancelQuestion = ({ tries, charges }: ChargedQuestion) =>
  giveBackSafely([tries, ...charges])

/** What cannot be given back must not keep an answer from being saved. */
const giveBackSafely = (charges: Charge[]) =>
  giveBack(charges).catch((error: unknown) => log.error({ err: error }, 'usage not given back'))

async function chargesOf({ userId, visitorId }: Actor, jobId: string) {
  const endsAt = endOfDay()
  const personal = (subject: Charge['subject'], questionsAllowed: number) => ({
    questionsAllowed,
    tries: {
      subject,
      metric: 'questions_tried',
      limit: questionsAllowed * triesPerQuestion,
      endsAt,
    },
    questions: [{ subject, metric: 'questions', limit: questionsAllowed, endsAt }],
  })
  if (userId) {
    const { limits } = await limitsOf({ userId })
    return personal(`user:${userId}`, limits.chatMessagesPerDay)
  }
  if (!visitorId) throw new Refusal('NOT_FOUND')
  const ofVisitor = personal(`visitor:${visitorId}`, visitorLimits.questionsPerDay)
  const ofJob: Charge = {
    subject: `job:${jobId}`,
    metric: 'visitor_questions',
    limit: visitorLimits.questionsPerDayOfJob,
    endsAt,
  }
  return { ...ofVisitor, questions: [...ofVisitor.questions, ofJob] }
}
