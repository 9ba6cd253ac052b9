import { implement } from '@orpc/server'
import type { Context } from '#/rpc/context.server.ts'
import { platformAdmin } from '#/rpc/who-may-call.server.ts'
import { adminContract } from './contract.ts'
import { listOrganizations } from './list-organizations.server.ts'
import { listSubscriptions } from './list-subscriptions.server.ts'
import { listUsers } from './list-users.server.ts'
import { setPlatformRole } from './platform-role.server.ts'
import { readUser } from './read-user.server.ts'
import { restoreUser, suspendUser } from './suspend-user.server.ts'

const server = implement(adminContract).$context<Context>()

const adminOf = (context: { user: { id: string }; headers: Headers }) => ({
  id: context.user.id,
  headers: context.headers,
})

export const adminProcedures = {
  users: server.users.use(platformAdmin).handler(({ input }) => listUsers(input)),

  user: server.user.use(platformAdmin).handler(({ input }) => readUser(input.userId)),

  suspend: server.suspend
    .use(platformAdmin)
    .handler(({ context, input }) => suspendUser(adminOf(context), input)),

  restore: server.restore
    .use(platformAdmin)
    .handler(({ context, input }) => restoreUser(adminOf(context), input.userId)),

  setRole: server.setRole
    .use(platformAdmin)
    .handler(({ context, input }) => setPlatformRole(context.user.id, input)),

  organizations: server.organizations
    .use(platformAdmin)
    .handler(({ input }) => listOrganizations(input)),

  subscriptions: server.subscriptions
    .use(platformAdmin)
    .handler(({ input }) => listSubscriptions(input)),
}
