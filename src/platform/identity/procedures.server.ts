import { implement } from '@orpc/server'
import { isSuspended } from '#/auth/suspended-sessions.server.ts'
import type { Context } from '#/rpc/context.server.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { anyone, signedIn } from '#/rpc/who-may-call.server.ts'
import { endOtherSessions, endSession, listSessions } from './account-sessions.server.ts'
import { changePassword, checkPassword, updateAccount } from './account-settings.server.ts'
import { identityContract } from './contract.ts'
import { deleteAccount } from './delete-account.server.ts'
import { readAccount } from './read-account.server.ts'

const server = implement(identityContract).$context<Context>()

export const identityProcedures = {
  me: server.me.use(anyone).handler(async ({ context }) => {
    const session = await context.session()
    return session && readAccount(session.user)
  }),

  endOfSession: server.endOfSession
    .use(anyone)
    .handler(async ({ context }) =>
      (await isSuspended(context.headers)) ? { reason: 'SUSPENDED' as const } : null,
    ),

  update: server.update
    .use(signedIn)
    .handler(({ context, input }) => updateAccount(context.headers, input)),

  changePassword: server.changePassword
    .use(signedIn)
    .handler(({ context, input }) => changePassword(context.headers, context.user.id, input)),

  sessions: server.sessions
    .use(signedIn)
    .handler(async ({ context }) =>
      listSessions(context.headers, (await context.session())?.session.id ?? ''),
    ),

  endSession: server.endSession
    .use(signedIn)
    .handler(({ context, input }) => endSession(context.headers, input.id)),

  endOtherSessions: server.endOtherSessions
    .use(signedIn)
    .handler(({ context }) => endOtherSessions(context.headers)),

  deleteAccount: server.deleteAccount.use(signedIn).handler(async ({ context, input }) => {
    if (input.email !== context.user.email) throw new Refusal('ADDRESS_DIFFERS')
    await checkPassword(context.headers, context.user.id, input.password)
    await deleteAccount(context.user)
  }),
}
