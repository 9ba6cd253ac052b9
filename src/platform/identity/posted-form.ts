import type { ReactNode } from 'react'
import type { EngineAnswer } from '#/auth/auth-client.ts'
import type { FieldErrors } from '#/ui/form-validation.ts'
import type { PostedState } from '#/ui/form.tsx'
import type { Refused } from './explain-refusal.ts'

/** The outcome of a form that the browser has posted itself, before or without the page's scripts. */
export interface PostedForm {
  /** The entries, but no password. */
  values: Record<string, string>
  fieldErrors: FieldErrors
  /** The answer of the engine, when the form could be sent to it. */
  answer: EngineAnswer | null
}

/** For a Form; `explain` is how it speaks of a refusal when it is sent by scripts. */
export function postedState(
  posted: PostedForm | null,
  explain: (refused: Refused, values: PostedForm['values']) => ReactNode,
): PostedState | null {
  if (!posted) return null
  const { values, fieldErrors, answer } = posted
  const formError = answer && !answer.ok ? explain(answer, values) : undefined
  return { values, fieldErrors, formError }
}
