import { implement } from '@orpc/server'
import type { Context } from '#/rpc/context.server.ts'
import { signedIn } from '#/rpc/who-may-call.server.ts'
import { createChat, deleteChat, renameChat } from './change-chats.server.ts'
import { chatContract } from './contract.ts'
import { listChats, readChat } from './read-chats.server.ts'

const server = implement(chatContract).$context<Context>()

export const chatProcedures = {
  list: server.list.use(signedIn).handler(({ context, input }) => listChats(context.actor, input)),
  read: server.read
    .use(signedIn)
    .handler(({ context, input }) => readChat(context.actor, input.chatId)),
  create: server.create
    .use(signedIn)
    .handler(({ context, input }) => createChat(context.actor, input.jobId)),
  rename: server.rename
    .use(signedIn)
    .handler(({ context, input }) => renameChat(context.actor, input.chatId, input.title)),
  delete: server.delete
    .use(signedIn)
    .handler(({ context, input }) => deleteChat(context.actor, input.chatId)),
}
