import { sendMail } from '#/adapters/mail.server.ts'
import { startWorkers, stopQueue } from '#/adapters/queue.server.ts'
import { mailAboutStep } from '#/features/applications/application-mails.server.ts'
import { reconcileSubscriptions } from '#/features/billing/reconcile-subscriptions.server.ts'
import { deleteStripeCustomer } from '#/features/billing/leave-stripe.server.ts'
import { discardFilesWithoutRow } from '#/features/files/discard-objects.server.ts'
import { forgetVisitors } from '#/features/chat/forget-visitors.server.ts'
import { reviewCv } from '#/features/cv-review/review-cv.server.ts'

/** Background work, inside every server process: each takes what another does not have in hand. */
export const startWorker = () =>
  startWorkers({
    'send-mail': sendMail,
    'review-cv': reviewCv,
    'mail-about-application': ({ eventId }) => mailAboutStep(eventId),
    'discard-files': ({ files }) => discardFilesWithoutRow(files),
    'delete-stripe-customer': ({ customer }) => deleteStripeCustomer(customer),
    'forget-visitors': async () => void (await forgetVisitors()),
    'reconcile-subscriptions': async () => void (await reconcileSubscriptions()),
  })
export const stopWorker = stopQueue
