import { safe } from '@orpc/client'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Button } from '#/ui/button.tsx'
import { Notice } from '#/ui/notice.tsx'
import { Loading, SkeletonText } from '#/ui/skeleton.tsx'
import { PanelHeader } from './chat-panel-header.tsx'
import type { ChatSummary } from './contract.ts'
import { type Opened, OpenConversation, type Opening } from './open-conversation.tsx'
import { visitorLimits } from './limits.ts'
import { mayBeVisitor } from './remembered.ts'
import { SidePanel } from './side-panel.tsx'
import type { AskableJob } from './suggestions.ts'

const root = getRouteApi('__root__')

interface ChatPanelProps {
  job: AskableJob
  opening: Opening
  onClose: () => void
}

type Listed = { chats: ChatSummary[]; questionsLeft: number | null }

const nothingYet: Listed = { chats: [], questionsLeft: visitorLimits.questionsPerDay }

/** No conversations when the cookie has ended, or there never was one. */
async function chatsOfVisitor(jobId: string): Promise<Listed> {
  if (!mayBeVisitor()) return nothingYet
  const { error, data, isDefined } = await safe(rpc.chat.list({ jobId }))
  if (isDefined && error.code === 'UNAUTHORIZED') return nothingYet
  if (error) throw error
  return data
}

/** The conversations of one person about one job, beside the job; it opens the latest one. */
export default function ChatPanel({ job, opening, onClose }: ChatPanelProps) {
  const [chats, setChats] = useState<ChatSummary[]>([])
  const [questionsLeft, setQuestionsLeft] = useState<number | null>(null)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [isListing, setIsListing] = useState(false)
  const [hasFailed, setHasFailed] = useState(false)
  const asked = useRef<Opening>(null)
  const [draft, setDraft] = useState(opening.draft)
  const isVisitor = root.useLoaderData().account === null

  const openChat = useCallback(async (chatId: string) => {
    const { messages } = await rpc.chat.read({ chatId })
    setOpened({ key: chatId, chatId, messages })
    setIsListing(false)
  }, [])

  const openNew = useCallback(() => {
    setOpened((now) => ({ key: Number(now?.key) + 1 || 1, chatId: null, messages: [] }))
    setIsListing(false)
  }, [])

  const readChats = useCallback(async () => {
    const found = isVisitor ? await chatsOfVisitor(job.id) : await rpc.chat.list({ jobId: job.id })
    setChats(found.chats)
    setQuestionsLeft(found.questionsLeft)
    return found.chats
  }, [job.id, isVisitor])

  const onAnswered = useCallback(() => {
    if (isVisitor) void readChats().catch(() => {})
  }, [isVisitor, readChats])

  const openLatest = useCallback(async () => {
    try {
      const found = await readChats()
      const latest = found.find((chat) => chat.replying) ?? found[0]
      if (latest) await openChat(latest.id)
      else openNew()
    } catch {
      setHasFailed(true)
    }
  }, [readChats, openChat, openNew])

  useEffect(() => {
    const soon = setTimeout(() => void openLatest())
    return () => clearTimeout(soon)
  }, [openLatest])

  const reopen = (chatId: string) => void openChat(chatId).catch(() => setHasFailed(true))

  async function remove(chatId: string) {
    try {
      await rpc.chat.delete({ chatId })
      if ((await readChats()).length === 0) openNew()
    } catch {
      setHasFailed(true)
    }
  }

  const header = {
    job,
    hasEarlier: chats.length > 0,
    isVisitor,
    isListing,
    onList: () => {
      setIsListing(!isListing)
      void readChats().catch(() => setHasFailed(true))
    },
    onNew: () => {
      openNew()
      setDraft(undefined)
      // The one that was open until now is an earlier one from here on.
      void readChats().catch(() => {})
    },
    onClose,
  }
  return (
    <SidePanel label={m.chat_launcher_title()} onClose={onClose}>
      {opened && !hasFailed ? (
        <OpenConversation
          key={opened.key}
          opened={opened}
          header={header}
          earlier={isListing ? { chats, onOpen: reopen, onDelete: remove } : null}
          questionsLeft={questionsLeft}
          onAnswered={onAnswered}
          opening={opening}
          draft={draft}
          asked={asked}
        />
      ) : (
        <>
          <PanelHeader {...header} chatId={null} />
          <div className="flex-1 p-5">
            {hasFailed ? (
              <Notice
                tone="danger"
                role="alert"
                action={
                  <Button
                    size="sm"
                    onClick={() => {
                      setHasFailed(false)
                      void openLatest()
                    }}
                  >
                    {m.chat_load_again()}
                  </Button>
                }
              >
                {m.chat_not_loaded()}
              </Notice>
            ) : (
              <Loading>
                <SkeletonText lines={4} />
              </Loading>
            )}
          </div>
        </>
      )}
    </SidePanel>
  )
}
