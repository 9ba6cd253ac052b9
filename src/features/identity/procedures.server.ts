import { implement } from '@orpc/server'
import type { Context } from '#/rpc/context.server.ts'
import { anyone } from '#/rpc/who-may-call.server.ts'
import { identityContract } from './contract.ts'
import { readAccount } from './read-account.server.ts'

const server = implement(identityContract).$context<Context>()

export const identityProcedures = {
  me: server.me.use(anyone).handler(async ({ context }) => {
    const session = await context.session()
    return session && readAccount(session.user)
  }),
}
