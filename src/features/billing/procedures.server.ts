import { implement } from '@orpc/server'
import type { Context } from '#/rpc/context.server.ts'
import { log } from '#/observability/log.server.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { anyone, organizationManager, signedIn } from '#/rpc/who-may-call.server.ts'
import {
  currentStanding,
  openCancellation,
  openPortal,
  restoreSubscription,
  startCheckout,
} from './change-subscription.server.ts'
import { billingContract } from './contract.ts'
import { organizationPays, type Payer, personPays } from './payer.server.ts'
import { readOrganizationUsage } from './read-organization-usage.server.ts'
import { readOverview } from './read-overview.server.ts'
import { readStanding } from './read-standing.server.ts'

const server = implement(billingContract).$context<Context>()

/** Without Stripe the page still shows what is known. */
async function look(payer: Payer, { fresh }: { fresh?: boolean }) {
  if (!fresh) return readStanding(payer)
  return currentStanding(payer).catch((error: unknown) => {
    // What Stripe refused is in the log already.
    if (!(error instanceof Refusal)) log.error({ part: 'billing', err: error }, 'catching up')
    return readStanding(payer)
  })
}

export const billingProcedures = {
  overview: server.overview.use(anyone).handler(({ context }) => readOverview(context.actor)),
  mine: server.mine
    .use(signedIn)
    .handler(({ context, input }) => look(personPays(context.user.id), input)),
  checkout: server.checkout
    .use(signedIn)
    .handler(({ context: { headers, user }, input }) =>
      startCheckout({ headers, payer: personPays(user.id), ...input }),
    ),
  portal: server.portal
    .use(signedIn)
    .handler(({ context: { headers, user }, input }) =>
      openPortal({ headers, payer: personPays(user.id), ...input }),
    ),
  cancel: server.cancel
    .use(signedIn)
    .handler(({ context: { headers, user }, input }) =>
      openCancellation({ headers, payer: personPays(user.id), ...input }),
    ),
  restore: server.restore
    .use(signedIn)
    .handler(({ context: { headers, user } }) =>
      restoreSubscription({ headers, payer: personPays(user.id) }),
    ),

  ofOrganization: server.ofOrganization
    .use(organizationManager)
    .handler(({ context: { actor, membership }, input }) =>
      look(organizationPays(actor, membership), input),
    ),
  organizationUsage: server.organizationUsage
    .use(organizationManager)
    .handler(({ context }) => readOrganizationUsage(context.actor)),
  organizationCheckout: server.organizationCheckout
    .use(organizationManager)
    .handler(({ context: { headers, actor, membership }, input: { interval, locale } }) =>
      startCheckout({ headers, payer: organizationPays(actor, membership), interval, locale }),
    ),
  organizationPortal: server.organizationPortal
    .use(organizationManager)
    .handler(({ context: { headers, actor, membership }, input: { locale } }) =>
      openPortal({ headers, payer: organizationPays(actor, membership), locale }),
    ),
  organizationCancel: server.organizationCancel
    .use(organizationManager)
    .handler(({ context: { headers, actor, membership }, input: { locale } }) =>
      openCancellation({ headers, payer: organizationPays(actor, membership), locale }),
    ),
  organizationRestore: server.organizationRestore
    .use(organizationManager)
    .handler(({ context: { headers, actor, membership } }) =>
      restoreSubscription({ headers, payer: organizationPays(actor, membership) }),
    ),
}
