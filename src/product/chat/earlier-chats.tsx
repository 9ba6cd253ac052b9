import Trash from 'lucide-react/icons/trash-2'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { m } from '#/i18n/messages.ts'
import { BareButton, Button, IconButton } from '#/ui/button.tsx'
import { Time } from '#/ui/time.tsx'
import type { ChatSummary } from './contract.ts'

interface EarlierChatsProps {
  chats: ChatSummary[]
  /** The one that is open. */
  currentId: string | null
  onOpen: (chatId: string) => void
  onDelete: (chatId: string) => Promise<void>
}

/** The conversations about this job, in the panel's place. */
export function EarlierChats({ chats, currentId, onOpen, onDelete }: EarlierChatsProps) {
  const [doomed, setDoomed] = useState<string | null>(null)
  const deleteButtons = useRef(new Map<string, HTMLButtonElement>())

  function keep(chatId: string) {
    flushSync(() => setDoomed(null))
    deleteButtons.current.get(chatId)?.focus()
  }

  return (
    <section aria-label={m.chat_earlier()} className="min-h-0 flex-1 overflow-y-auto">
      <ul className="divide-y border-b">
        {chats.map((chat) => (
          <li key={chat.id} className="flex items-center gap-1 pr-2">
            {doomed === chat.id ? (
              <ConfirmDelete
                onKeep={() => keep(chat.id)}
                onDelete={async () => {
                  await onDelete(chat.id)
                  setDoomed(null)
                }}
              />
            ) : (
              <>
                <BareButton
                  onClick={() => onOpen(chat.id)}
                  aria-current={chat.id === currentId || undefined}
                  className="flex min-w-0 flex-1 items-baseline gap-3 py-3 pl-4 text-left outline-offset-[-2px] hover:bg-ink/3 aria-current:text-primary sm:pl-5"
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
                </BareButton>
                <IconButton
                  ref={(button) => {
                    if (button) deleteButtons.current.set(chat.id, button)
                    else deleteButtons.current.delete(chat.id)
                  }}
                  label={m.chat_delete()}
                  size="sm"
                  onClick={() => setDoomed(chat.id)}
                  className="text-ink-faint!"
                >
                  <Trash aria-hidden="true" />
                </IconButton>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** In the row itself: a dialog over the panel would be under it on a phone. */
function ConfirmDelete({
  onKeep,
  onDelete,
}: {
  onKeep: () => void
  onDelete: () => Promise<void>
}) {
  const keep = useRef<HTMLButtonElement>(null)
  const [isDeleting, setIsDeleting] = useState(false)
  useEffect(() => keep.current?.focus(), [])

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape') return
    event.preventDefault()
    onKeep()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="group"
      aria-label={m.chat_delete_title()}
      onKeyDown={onKeyDown}
      className="flex w-full flex-wrap items-center justify-end gap-2 py-2 pl-4 sm:pl-5"
    >
      <p className="mr-auto">{m.chat_delete_title()}</p>
      <Button ref={keep} size="sm" onClick={onKeep}>
        {m.chat_delete_keep()}
      </Button>
      <Button
        size="sm"
        variant="danger"
        busy={isDeleting}
        onClick={() => {
          setIsDeleting(true)
          void onDelete()
        }}
      >
        {m.chat_delete_now()}
      </Button>
    </div>
  )
}
