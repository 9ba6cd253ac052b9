import { currentLocale } from '#/i18n/locale.ts'
import { rpc } from '#/rpc/client.ts'
import type { Standing } from './contract.ts'
import type { Interval } from './plans.ts'

/** Actions on a plan, the same for a person and an organisation. A `url` in the answer is a Stripe page. */
export type BillingActions = {
  checkout(interval: Interval): Promise<{ url: string }>
  portal(): Promise<{ url: string }>
  cancel(): Promise<{ url: string }>
  restore(): Promise<Standing>
  endAdditional(subscriptionId: string): Promise<Standing>
}

/** Acts for the person, or for the organisation of this address. */
export function billingActions(organizationSlug?: string): BillingActions {
  const payer = { organizationSlug }
  const leaving = () => ({ ...payer, locale: currentLocale() })
  return {
    checkout: (interval) => rpc.billing.checkout({ interval, ...leaving() }),
    portal: () => rpc.billing.portal(leaving()),
    cancel: () => rpc.billing.cancel(leaving()),
    restore: () => rpc.billing.restore(payer),
    endAdditional: (subscriptionId) => rpc.billing.endAdditional({ ...payer, subscriptionId }),
  }
}
