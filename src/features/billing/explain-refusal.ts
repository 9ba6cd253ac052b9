import { ORPCError } from '@orpc/client'
import { m } from '#/i18n/messages.ts'
import { isUnreachable } from '#/ui/is-unreachable.ts'

/** The sentence for why the payment page did not open, or the plan did not change. */
export function explainRefusal(error: unknown): string {
  if (isUnreachable(error)) return m.ui_unreachable()
  switch (error instanceof ORPCError && error.code) {
    case 'PAYMENT_PROVIDER_FAILED':
      return m.billing_problem_provider()
    case 'ALREADY_SUBSCRIBED':
      return m.billing_problem_already()
    case 'NOT_SUBSCRIBED':
      return m.billing_problem_not_subscribed()
    case 'PAYMENT_OVERDUE':
      return m.billing_problem_overdue()
    case 'FORBIDDEN':
    case 'NOT_FOUND':
      return m.billing_problem_forbidden()
    default:
      return m.billing_problem_other()
  }
}
