import { performs } from '#/adapters/define-job.ts'
import { deleteStripeCustomerJob, reconcileSubscriptionsJob } from './jobs.server.ts'
import { deleteStripeCustomer } from './leave-stripe.server.ts'
import { reconcileSubscriptions } from './reconcile-subscriptions.server.ts'
import { subscription } from './tables.ts'

export const name = 'billing'
export { billingContract as contract } from './contract.ts'
export { billingProcedures as procedures } from './procedures.server.ts'
export { billingPlugin as authPlugin } from './auth-plugin.server.ts'
export const authTables = { subscription }
export const jobs = [
  performs(deleteStripeCustomerJob, ({ customer }) => deleteStripeCustomer(customer)),
  performs(reconcileSubscriptionsJob, reconcileSubscriptions),
]
export const publicPages = () => Promise.resolve([{ path: '/pricing' }])
