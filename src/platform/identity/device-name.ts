import { m } from '#/i18n/messages.ts'
import { describeDevice } from './describe-device.ts'

/** "Firefox on macOS". */
export function deviceName(userAgent: string | null): string {
  const device = describeDevice(userAgent)
  return device ? m.identity_account_browser_on(device) : m.identity_account_unknown_device()
}
