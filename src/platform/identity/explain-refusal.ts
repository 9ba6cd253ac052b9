import type { EngineAnswer } from '#/auth/auth-client.ts'
import { m } from '#/i18n/messages.ts'
import { site } from '#/site.ts'
import { formatWait } from '#/ui/format-wait.ts'

export type Refused = Extract<EngineAnswer, { ok: false }>

export const codeOf = (answer: EngineAnswer | null | undefined): string | undefined =>
  answer && !answer.ok ? answer.code : undefined

/** The sentence for what the engine answered: what happened, and what to do. */
export function explainRefusal({ code, retryAfterSeconds = 60, outcomeUnknown }: Refused): string {
  switch (code) {
    case 'INVALID_EMAIL_OR_PASSWORD':
    case 'INVALID_INPUT':
      return m.identity_sign_in_wrong()
    case 'EMAIL_NOT_VERIFIED':
      return m.identity_sign_in_unconfirmed()
    case 'BANNED_USER':
      return m.identity_suspended({ email: site.supportEmail })
    case 'RATE_LIMITED':
      return m.identity_rate_limited({ time: formatWait(retryAfterSeconds) })
    case 'UNREACHABLE':
      return m.ui_unreachable()
    case 'UNAVAILABLE':
      return outcomeUnknown ? m.ui_unavailable_unknown() : m.ui_unavailable()
    default:
      return m.identity_failed()
  }
}
