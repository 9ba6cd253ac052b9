import { Link, linkOptions } from '@tanstack/react-router'
import { m } from '#/i18n/messages.ts'
import { Status } from '#/ui/badge.tsx'
import { ButtonLink } from '#/ui/button-link.tsx'
import { Card } from '#/ui/card.tsx'
import { ConversationDrawing } from '#/ui/drawings/conversation.tsx'
import { EmptyState } from '#/ui/empty-state.tsx'
import { PageHeader } from '#/ui/page-header.tsx'
import { Pagination } from '#/ui/pagination.tsx'
import { Time } from '#/ui/time.tsx'
import type { ChatSummary } from './contract.ts'

interface ChatsPageProps {
  chats: ChatSummary[]
  page: number
  pageCount: number
}

/** Everything that this person has asked about jobs, the latest first. */
export function ChatsPage({ chats, page, pageCount }: ChatsPageProps) {
  return (
    <>
      <PageHeader title={m.chat_list_title()} description={m.chat_list_description()} />
      {chats.length === 0 ? (
        <Card>
          <EmptyState
            as="h2"
            drawing={<ConversationDrawing />}
            title={m.chat_list_empty_title()}
            action={
              <ButtonLink to="/jobs" variant="primary">
                {m.chat_list_empty_action()}
              </ButtonLink>
            }
          >
            {m.chat_list_empty_text()}
          </EmptyState>
        </Card>
      ) : (
        <>
          <Card className="overflow-hidden">
            <ul className="divide-y">
              {chats.map((chat) => (
                <ChatRow key={chat.id} chat={chat} />
              ))}
            </ul>
          </Card>
          <div className="mt-4">
            <Pagination
              page={page}
              pageCount={pageCount}
              link={(to) => linkOptions({ to: '/chats', search: { page: to } })}
            />
          </div>
        </>
      )}
    </>
  )
}

export const ChatRow = ({ chat }: { chat: ChatSummary }) => (
  <li className="relative flex items-center gap-4 px-4 py-3 hover:bg-ink/3">
    <div className="min-w-0 flex-1">
      <Link
        to="/chats/$chatId"
        params={{ chatId: chat.id }}
        className="block truncate font-medium after:absolute after:inset-0"
      >
        {chat.title || m.chat_untitled()}
      </Link>
      <p className="truncate text-ink-muted">
        {chat.job
          ? m.chat_about_job({ title: chat.job.title, company: chat.job.organization })
          : m.chat_job_gone()}
      </p>
    </div>
    {chat.replying && <Status tone="accent">{m.chat_replying()}</Status>}
    <Time
      value={chat.updatedAt}
      format="relative"
      className="shrink-0 text-ink-muted tabular-nums max-sm:text-xs"
    />
  </li>
)
