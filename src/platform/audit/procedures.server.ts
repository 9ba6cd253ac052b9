import { implement } from '@orpc/server'
import type { Context } from '#/rpc/context.server.ts'
import { organizationManager, platformAdmin } from '#/rpc/who-may-call.server.ts'
import { auditContract } from './contract.ts'
import { readTrail, readWholeTrail } from './read-trail.server.ts'

const server = implement(auditContract).$context<Context>()

export const auditProcedures = {
  trail: server.trail
    .use(organizationManager)
    .handler(({ context, input }) => readTrail(context.actor, input)),
  wholeTrail: server.wholeTrail.use(platformAdmin).handler(({ input }) => readWholeTrail(input)),
}
