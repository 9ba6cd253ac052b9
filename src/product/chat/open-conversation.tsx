import { useEffect, useRef } from 'react'
import { PanelHeader } from './chat-panel-header.tsx'
import type { ChatMessage } from './contract.ts'
import { ConversationView } from './conversation-view.tsx'
import { EarlierChats } from './earlier-chats.tsx'
import { suggestionsFor } from './suggestions.ts'
import { useConversation } from './use-conversation.ts'

/**
 * How the panel was opened, or asked something while it was open: another one each time. The question
 * is asked at once; the draft is only put into the box.
 */
export type Opening = { question?: string; draft?: string }

/** `key` tells one new conversation from the next. */
export type Opened = { key: string | number; chatId: string | null; messages: ChatMessage[] }

interface OpenConversationProps {
  opened: Opened
  header: Omit<Parameters<typeof PanelHeader>[0], 'chatId'>
  /** Shown in the conversation's place, which stays as it is. */
  earlier: Pick<Parameters<typeof EarlierChats>[0], 'chats' | 'onOpen' | 'onDelete'> | null
  questionsLeft: number | null
  /** An answer has ended, or was refused. */
  onAnswered: () => void
  opening: Opening
  draft?: string
  /** The one whose question has been asked; it is asked once, in whichever conversation is open. */
  asked: { current: Opening | null }
}

/** One of the conversations about a job, in the panel. */
export function OpenConversation({
  opened,
  header,
  earlier,
  questionsLeft,
  onAnswered,
  opening,
  draft,
  asked,
}: OpenConversationProps) {
  const { job } = header
  const { conversation, state } = useConversation({ ...opened, jobId: job.id })

  useEffect(() => {
    // Not in this tick: in development effects run twice, and the first connection is cut.
    const soon = setTimeout(() => {
      if (asked.current === opening) return
      asked.current = opening
      if (opening.question) void conversation.ask({ text: opening.question })
    })
    return () => clearTimeout(soon)
  }, [conversation, opening, asked])

  const wasBusy = useRef(false)
  const isBusy = state.phase !== 'idle'
  useEffect(() => {
    if (wasBusy.current && !isBusy) onAnswered()
    wasBusy.current = isBusy
  }, [isBusy, onAnswered])

  return (
    <>
      <PanelHeader
        {...header}
        chatId={state.messages.length > 0 ? conversation.stored.chatId : null}
      />
      {earlier && (
        <EarlierChats
          {...earlier}
          currentId={conversation.stored.chatId}
          onDelete={async (chatId) => {
            const isOpen = chatId === conversation.stored.chatId
            await earlier.onDelete(chatId)
            if (isOpen) header.onNew()
          }}
        />
      )}
      <div className={earlier ? 'hidden' : 'contents'}>
        <ConversationView
          conversation={conversation}
          state={state}
          draft={draft}
          focusAt={opening}
          isVisitor={header.isVisitor}
          questionsLeft={questionsLeft}
          suggestions={suggestionsFor(job)}
        />
      </div>
    </>
  )
}
