import { m } from '#/i18n/messages.ts'
import type { PublicLink } from '#/platform/navigation/public-link.ts'

export const hiringLink: PublicLink = {
  to: '/',
  hash: 'hiring',
  label: m.site_link_hiring,
  inHeader: true,
}
export const reviewLink: PublicLink = { to: '/', hash: 'review', label: m.site_link_review }
