import { useEffect, useState, useSyncExternalStore } from 'react'
import { rpc } from '#/rpc/client.ts'
import type { ChatMessage } from './contract.ts'
import { Conversation } from './conversation.ts'
import { rememberVisitor } from './remembered.ts'

type Opened = { jobId: string; chatId: string | null; messages: ChatMessage[] }

const conversationOf = ({ jobId, chatId, messages }: Opened) =>
  new Conversation(
    {
      chatId,
      create: async () => {
        const { id } = await rpc.chat.create({ jobId })
        rememberVisitor()
        return id
      },
      read: async (id) => (await rpc.chat.read({ chatId: id })).messages,
    },
    messages,
  )

/**
 * A conversation and its connection, for as long as the component lives: give the component the
 * chat's id as its key. What was stored when it was opened is only its beginning.
 */
export function useConversation(opened: Opened) {
  const [conversation] = useState(() => conversationOf(opened))
  const state = useSyncExternalStore(
    conversation.subscribe,
    conversation.getState,
    conversation.getState,
  )
  useEffect(() => {
    conversation.open()
    return () => conversation.close()
  }, [conversation])
  return { conversation, state }
}
