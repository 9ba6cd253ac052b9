import { currentLocale } from '#/i18n/locale.ts'
import { rpc } from '#/rpc/client.ts'
import type { Standing } from './contract.ts'
import type { Interval } from './plans.ts'

/** What can be done about a plan, whoever pays; all but `restore` lead to a page of Stripe's. */
export type BillingActions = {
  checkout(interval: Interval): Promise<{ url: string }>
  portal(): Promise<{ url: string }>
  cancel(): Promise<{ url: string }>
  restore(): Promise<Standing>
}

const here = () => ({ locale: currentLocale() })

export const personActions: BillingActions = {
  checkout: (interval) => rpc.billing.checkout({ interval, ...here() }),
  portal: () => rpc.billing.portal(here()),
  cancel: () => rpc.billing.cancel(here()),
  restore: () => rpc.billing.restore(),
}

export const organizationActions = (organizationSlug: string): BillingActions => ({
  checkout: (interval) =>
    rpc.billing.organizationCheckout({ organizationSlug, interval, ...here() }),
  portal: () => rpc.billing.organizationPortal({ organizationSlug, ...here() }),
  cancel: () => rpc.billing.organizationCancel({ organizationSlug, ...here() }),
  restore: () => rpc.billing.organizationRestore({ organizationSlug }),
})
