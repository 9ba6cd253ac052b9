import { m } from '#/i18n/messages.ts'

export type AskableJob = {
  id: string
  slug: string
  title: string
  /** The first is asked about. */
  skills?: readonly string[]
  hasSalary?: boolean
}

/** Three questions that this job makes one ask. */
export function suggestionsFor({ title, skills = [], hasSalary }: AskableJob): string[] {
  const [skill] = skills
  return [
    skill ? m.chat_suggest_skill({ skill }) : m.chat_suggest_day({ title }),
    hasSalary ? m.chat_suggest_offer() : m.chat_suggest_pay(),
    m.chat_suggest_interview({ title }),
  ]
}

/** For buttons and for links alike. */
export const suggestionClass =
  'block w-full rounded-base border bg-raised px-3 py-2 text-left text-sm transition-colors hover:border-line-field pointer-coarse:py-3'
