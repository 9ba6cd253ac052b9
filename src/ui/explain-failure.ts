import { m } from '#/i18n/messages.ts'
import { isOutcomeUnknown, isUnavailable } from './is-unavailable.ts'
import { isUnreachable } from './is-unreachable.ts'

/** The sentence for a call that failed for no reason of its own. A bug is reported, a lost connection is none. */
export function explainFailure(error: unknown): string {
  const sentence = explainNoAnswer(error)
  if (sentence) return sentence
  reportError(error)
  return m.ui_form_failed()
}

/** The sentence when no answer came, or none could be given now; then the page could not be read anew either. */
export function explainNoAnswer(error: unknown): string | undefined {
  if (isUnreachable(error)) return m.ui_unreachable()
  if (isOutcomeUnknown(error)) return m.ui_unavailable_unknown()
  return isUnavailable(error) ? m.ui_unavailable() : undefined
}
