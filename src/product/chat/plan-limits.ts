import type { OrganizationLimit, PersonLimit } from '#/platform/billing/limit.ts'
import { m } from '#/i18n/messages.ts'

/** Questions about jobs, of a person. */
export const questions: PersonLimit = {
  name: 'questions',
  of: 'person',
  period: 'day',
  allowed: { free: 20, pro: 300 },
  words: {
    gain: m.chat_gain_questions,
    label: m.chat_usage_own_questions,
    note: m.chat_usage_own_questions_resets,
  },
  order: 20,
}

/** Answers about an organisation's jobs, to whoever asks. */
export const candidateQuestions: OrganizationLimit = {
  name: 'candidate_questions',
  of: 'organization',
  period: 'month',
  allowed: { starter: 200, team: 5_000 },
  words: {
    gain: m.chat_gain_candidate_questions,
    label: m.chat_usage_questions,
    note: m.chat_usage_questions_resets,
    usedUp: m.chat_usage_questions_gone,
  },
  order: 20,
}
