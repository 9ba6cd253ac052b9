import { and, eq } from 'drizzle-orm'
import { dailyBudgetSpent } from '#/adapters/language-model-ledger.server.ts'
import { type Actor, asUser } from '#/db/access.server.ts'
import { isOpen } from '#/product/jobs/open-job.ts'
import { chat } from './tables.ts'
import { job } from '#/product/jobs/tables.ts'
import { limitOfOrganization, limitOfPerson } from '#/platform/billing/plan-limits.server.ts'
import {
  type Charge,
  charge,
  endOfDay,
  endOfMonth,
  giveBack,
} from '#/platform/billing/usage.server.ts'
import { log } from '#/observability/log.server.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { triesPerQuestion, visitorLimits } from './limits.ts'
import { candidateQuestions, questions } from './plan-limits.ts'

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

  const { limit } = await limitOfOrganization(organizationId, candidateQuestions)
  const { tries, questions: asked, questionsAllowed } = await chargesOf(asker, jobId)
  const ofTenant: Charge = {
    subject: `organization:${organizationId}`,
    metric: candidateQuestions.name,
    limit,
    endsAt: endOfMonth(),
  }
  const ofVisitors: Charge = {
    ...ofTenant,
    metric: 'visitor_questions',
    limit: Math.floor(ofTenant.limit * visitorLimits.shareOfTenant),
  }
  const charges = [...asked, ...(asker.userId ? [] : [ofVisitors]), ofTenant]
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
    questions: [{ subject, metric: questions.name, limit: questionsAllowed, endsAt }],
  })
  if (userId) {
    const { limit } = await limitOfPerson({ userId }, questions)
    return personal(`user:${userId}`, limit)
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
