import { m } from '#/i18n/messages.ts'
import { Time } from '#/ui/time.tsx'
import type { ChatSummary } from './contract.ts'

/** The conversations about this job, in the panel's place. */
export function EarlierChats({
  chats,
  onOpen,
}: {
  chats: ChatSummary[]
  onOpen: (chatId: string) => void
}) {
  return (
    <section aria-label={m.chat_earlier()} className="min-h-0 flex-1 overflow-y-auto">
      <ul className="divide-y border-b">
        {chats.map((chat) => (
          <li key={chat.id}>
            <button
              type="button"
              onClick={() => onOpen(chat.id)}
              className="flex w-full items-baseline gap-3 px-4 py-3 text-left outline-offset-[-2px] hover:bg-ink/3 sm:px-5"
            >
              <span className="min-w-0 flex-1 truncate font-medium">
                {chat.title || m.chat_untitled()}
              </span>
              {chat.replying ? (
                <span className="text-xs text-accent-ink">{m.chat_replying()}</span>
              ) : (
                <Time
                  value={chat.updatedAt}
                  format="relative"
                  className="shrink-0 text-xs text-ink-muted"
                />
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
