import { m } from '#/i18n/messages.ts'
import { isUnreachable } from './is-unreachable.ts'

/** The sentence for a call that failed for no reason of its own. A bug is reported, a lost connection is none. */
export function explainFailure(error: unknown): string {
  if (isUnreachable(error)) return m.ui_unreachable()
  reportError(error)
  return m.ui_form_failed()
}
