import { z } from 'zod'
import { defineJob, shortWork } from '#/adapters/define-job.ts'

/** Deletes a customer at Stripe who is nobody here any more. */
export const deleteStripeCustomerJob = defineJob({
  name: 'delete-stripe-customer',
  data: z.object({ customer: z.string() }),
  options: shortWork,
})

/** Repairs every night what no webhook has told. */
export const reconcileSubscriptionsJob = defineJob({
  name: 'reconcile-subscriptions',
  data: z.object({}),
  schedule: '43 3 * * *',
  options: {
    retryLimit: 2,
    expireInSeconds: 7_200,
    heartbeatSeconds: 60,
    deleteAfterSeconds: 3_600,
  },
})
