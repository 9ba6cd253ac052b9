import type { Ask } from './contract.ts'

/** Why the last question was not answered; the screen says what to do. */
export type Problem = {
  /** Which was not taken; an account is worth more when it comes along. */
  question?: string
} & (
  | { code: 'CHAT_LIMIT_REACHED'; limit: number; resetsAt: Date }
  | {
      code:
        | 'VISITOR_LIMIT_REACHED'
        | 'NETWORK_LIMIT_REACHED'
        | 'EMPLOYER_LIMIT_REACHED'
        | 'ANSWERS_PAUSED'
      resetsAt: Date
    }
  | {
      code:
        | 'JOB_CLOSED'
        | 'SIGNED_OUT'
        | 'CHATS_FULL'
        | 'GONE'
        | 'NOT_SENT'
        | 'NOT_STOPPED'
        | 'INTERNAL'
    }
)

/**
 * From a refused stream or a refused procedure; null when another tab was faster. What has no code did
 * not come from our server: it was not reached.
 */
export function problemIn(refusal: unknown): Problem | null {
  const { code, data } = Object(refusal)
  switch (code) {
    case 'REPLY_IN_PROGRESS':
    case 'NOTHING_TO_REPEAT':
    case 'QUESTION_GONE':
      return null
    case 'CHAT_LIMIT_REACHED':
      return { code, limit: Number(data?.limit), resetsAt: new Date(data?.resetsAt) }
    case 'VISITOR_LIMIT_REACHED':
    case 'NETWORK_LIMIT_REACHED':
    case 'EMPLOYER_LIMIT_REACHED':
    case 'ANSWERS_PAUSED':
      return { code, resetsAt: new Date(data?.resetsAt) }
    case 'JOB_CLOSED':
    case 'CHATS_FULL':
      return { code }
    case 'UNAUTHORIZED':
      return { code: 'SIGNED_OUT' }
    case 'NOT_FOUND':
      return { code: 'GONE' }
    case 'UNAVAILABLE':
    case undefined:
      return { code: 'NOT_SENT' }
    default:
      return { code: 'INTERNAL' }
  }
}

/** The question goes along, so that it is not lost with what was refused. */
export function problemWith(ask: Ask, refusal: unknown): Problem | null {
  const problem = problemIn(refusal)
  return problem && 'text' in ask ? { ...problem, question: ask.text } : problem
}
