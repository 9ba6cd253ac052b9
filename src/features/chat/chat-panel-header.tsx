import { Link } from '@tanstack/react-router'
import History from 'lucide-react/icons/history'
import Maximize from 'lucide-react/icons/maximize-2'
import SquarePen from 'lucide-react/icons/square-pen'
import X from 'lucide-react/icons/x'
import { m } from '#/i18n/messages.ts'
import { IconButton } from '#/ui/button.tsx'
import { Menu, MenuChoice } from '#/ui/menu.tsx'
import type { ChatSummary } from './contract.ts'
import type { AskableJob } from './suggestions.ts'

interface PanelHeaderProps {
  job: AskableJob
  /** The person's conversations about this job. */
  chats: ChatSummary[]
  /** The one that is shown; null while it is empty. */
  chatId: string | null
  onOpen: (chatId: string) => void
  onNew: () => void
  onClose: () => void
}

export function PanelHeader({ job, chats, chatId, onOpen, onNew, onClose }: PanelHeaderProps) {
  const others = chats.filter(({ id }) => id !== chatId)
  return (
    <header className="flex items-center gap-0.5 border-b py-2 pr-2 pl-4 sm:pl-5">
      <div className="mr-auto min-w-0">
        <h2 className="truncate font-semibold">{m.chat_launcher_title()}</h2>
        <p className="truncate text-xs text-ink-muted">{job.title}</p>
      </div>
      {others.length > 0 && (
        <Menu
          trigger={
            <IconButton label={m.chat_earlier()} size="sm">
              <History aria-hidden="true" />
            </IconButton>
          }
        >
          <MenuChoice
            label={m.chat_earlier()}
            options={others.map(({ id, title }) => ({
              value: id,
              label: <span className="max-w-64 truncate">{title || m.chat_untitled()}</span>,
            }))}
            value=""
            onChange={onOpen}
          />
        </Menu>
      )}
      {chatId && (
        <>
          <IconButton label={m.chat_new()} size="sm" onClick={onNew}>
            <SquarePen aria-hidden="true" />
          </IconButton>
          <Link
            to="/chats/$chatId"
            params={{ chatId }}
            aria-label={m.chat_full_page()}
            title={m.chat_full_page()}
            className="inline-flex size-8 items-center justify-center rounded-base text-ink-muted hover:bg-ink/6 hover:text-ink pointer-coarse:size-10"
          >
            <Maximize aria-hidden="true" className="size-4" />
          </Link>
        </>
      )}
      <IconButton label={m.chat_close()} size="sm" onClick={onClose}>
        <X aria-hidden="true" />
      </IconButton>
    </header>
  )
}
