import { implement } from '@orpc/server'
import { highestRole } from '#/auth/permissions.ts'
import type { Context } from '#/rpc/context.server.ts'
import { organizationMember } from '#/rpc/who-may-call.server.ts'
import { organizationsContract } from './contract.ts'

const server = implement(organizationsContract).$context<Context>()

export const organizationsProcedures = {
  membership: server.membership.use(organizationMember).handler(({ context }) => ({
    ...context.membership,
    role: highestRole(context.membership.role),
  })),
}
