import { implement } from '@orpc/server'
import type { Context } from '#/rpc/context.server.ts'
import { anyone, personOrVisitor } from '#/rpc/who-may-call.server.ts'
import { deleteChat, renameChat } from './change-chats.server.ts'
import { chatContract } from './contract.ts'
import { listChats, readChat } from './read-chats.server.ts'
import { beginConversation } from './welcome-visitor.server.ts'

const server = implement(chatContract).$context<Context>()

export const chatProcedures = {
  list: server.list
    .use(personOrVisitor)
    .handler(({ context, input }) => listChats(context.actor, input)),
  read: server.read
    .use(personOrVisitor)
    .handler(({ context, input }) => readChat(context.actor, input.chatId)),
  create: server.create
    .use(anyone)
    .handler(({ context, input }) => beginConversation(context, input.jobId)),
  rename: server.rename
    .use(personOrVisitor)
    .handler(({ context, input }) => renameChat(context.actor, input.chatId, input.title)),
  delete: server.delete
    .use(personOrVisitor)
    .handler(({ context, input }) => deleteChat(context.actor, input.chatId)),
}
