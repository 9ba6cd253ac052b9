import type { EngineAnswer } from '#/auth/auth-client.ts'
import { currentLocale } from '#/i18n/locale.ts'
import { m } from '#/i18n/messages.ts'
import { site } from '#/site.ts'

type Refused = Extract<EngineAnswer, { ok: false }>

/** "40 seconds", "12 minutes"; rounded up, so that waiting that long is enough. */
export function waitingTime(seconds: number): string {
  const inMinutes = seconds >= 60
  return new Intl.NumberFormat(currentLocale(), {
    style: 'unit',
    unit: inMinutes ? 'minute' : 'second',
    unitDisplay: 'long',
  }).format(inMinutes ? Math.ceil(seconds / 60) : seconds)
}

/** The sentence for what the engine answered: what happened, and what to do. */
export function explainRefusal({ code, retryAfterSeconds = 60 }: Refused): string {
  switch (code) {
    case 'INVALID_EMAIL_OR_PASSWORD':
    case 'INVALID_INPUT':
      return m.identity_sign_in_wrong()
    case 'EMAIL_NOT_VERIFIED':
      return m.identity_sign_in_unconfirmed()
    case 'BANNED_USER':
      return m.identity_suspended({ email: site.supportEmail })
    case 'RATE_LIMITED':
      return m.identity_rate_limited({ time: waitingTime(retryAfterSeconds) })
    case 'UNREACHABLE':
      return m.ui_unreachable()
    default:
      return m.identity_failed()
  }
}
