import { implement } from '@orpc/server'
import type { Actor } from '#/db/access.server.ts'
import type { Context } from '#/rpc/context.server.ts'
import { log } from '#/observability/log.server.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { anyone, personOrManager } from '#/rpc/who-may-call.server.ts'
import {
  currentStanding,
  endAdditional,
  openCancellation,
  openPortal,
  restoreSubscription,
  startCheckout,
} from './change-subscription.server.ts'
import { billingContract } from './contract.ts'
import { organizationPays, type Payer, personPays } from './payer.server.ts'
import { gainsOf, limitsOf } from './plan-texts.ts'
import type { Plan } from './plans.ts'
import { readOverview } from './read-overview.server.ts'
import { readPlanUsage } from './read-plan-usage.server.ts'
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

type Paying = {
  user: { id: string }
  membership: { organizationId: string; slug: string } | null
  actor: Actor
}
const payerIn = ({ user, membership, actor }: Paying): Payer =>
  membership ? organizationPays(actor, membership) : personPays(user.id)

const linesOf = (plan: Plan) => ({ limits: limitsOf(plan), gains: gainsOf(plan) })

export const billingProcedures = {
  plans: server.plans.use(anyone).handler(() => ({
    free: linesOf('free'),
    pro: linesOf('pro'),
    starter: linesOf('starter'),
    team: linesOf('team'),
  })),
  overview: server.overview.use(anyone).handler(({ context }) => readOverview(context.actor)),
  standing: server.standing
    .use(personOrManager)
    .handler(({ context, input }) => look(payerIn(context), input)),
  usage: server.usage
    .use(personOrManager)
    .handler(({ context: { user, actor } }) => readPlanUsage({ ...actor, userId: user.id })),
  checkout: server.checkout
    .use(personOrManager)
    .handler(({ context, input: { interval, locale } }) =>
      startCheckout({ headers: context.headers, payer: payerIn(context), interval, locale }),
    ),
  portal: server.portal
    .use(personOrManager)
    .handler(({ context, input: { locale } }) =>
      openPortal({ headers: context.headers, payer: payerIn(context), locale }),
    ),
  cancel: server.cancel
    .use(personOrManager)
    .handler(({ context, input: { locale } }) =>
      openCancellation({ headers: context.headers, payer: payerIn(context), locale }),
    ),
  restore: server.restore
    .use(personOrManager)
    .handler(({ context }) =>
      restoreSubscription({ headers: context.headers, payer: payerIn(context) }),
    ),
  endAdditional: server.endAdditional
    .use(personOrManager)
    .handler(({ context, input }) => endAdditional(payerIn(context), input.subscriptionId)),
}
