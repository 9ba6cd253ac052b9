import { ORPCError } from '@orpc/client'
import { m } from '#/i18n/messages.ts'
import { explainNoAnswer } from '#/ui/explain-failure.ts'

/** The sentence for why the payment page did not open, or the plan did not change. */
export function explainRefusal(error: unknown): string {
  const noAnswer = explainNoAnswer(error)
  if (noAnswer) return noAnswer
  switch (error instanceof ORPCError && error.code) {
    case 'PAYMENT_PROVIDER_FAILED':
      return m.billing_problem_provider()
    case 'ALREADY_SUBSCRIBED':
      return m.billing_problem_already()
    case 'NOT_SUBSCRIBED':
      return m.billing_problem_not_subscribed()
    case 'PAYMENT_OVERDUE':
      return m.billing_problem_overdue()
    case 'NOT_ADDITIONAL':
      return m.billing_problem_not_additional()
    case 'FORBIDDEN':
    case 'NOT_FOUND':
      return m.billing_problem_forbidden()
    default:
      return m.billing_problem_other()
  }
}
