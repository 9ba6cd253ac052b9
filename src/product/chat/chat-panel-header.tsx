import { Link } from '@tanstack/react-router'
import History from 'lucide-react/icons/history'
import Maximize from 'lucide-react/icons/maximize-2'
import SquarePen from 'lucide-react/icons/square-pen'
import X from 'lucide-react/icons/x'
import { m } from '#/i18n/messages.ts'
import { IconButton } from '#/ui/button.tsx'
import type { AskableJob } from './suggestions.ts'

interface PanelHeaderProps {
  job: AskableJob
  /** The conversation that is shown; null while it is empty. */
  chatId: string | null
  hasEarlier: boolean
  /** Somebody without an account has no pages of their own. */
  isVisitor: boolean
  isListing: boolean
  onList: () => void
  onNew: () => void
  onClose: () => void
}

export function PanelHeader({
  job,
  chatId,
  hasEarlier,
  isVisitor,
  isListing,
  onList,
  onNew,
  onClose,
}: PanelHeaderProps) {
  return (
    <div className="box-content flex h-10 items-center gap-0.5 border-b py-2 pr-2 pl-4 sm:pl-5 lg:h-12">
      <div className="mr-auto min-w-0">
        <h2 className="truncate font-semibold">{m.chat_launcher_title()}</h2>
        <p className="truncate text-xs text-ink-muted">{job.title}</p>
      </div>
      {hasEarlier && (
        <IconButton label={m.chat_earlier()} aria-expanded={isListing} size="sm" onClick={onList}>
          <History aria-hidden="true" />
        </IconButton>
      )}
      {chatId && (
        <IconButton label={m.chat_new()} size="sm" onClick={onNew}>
          <SquarePen aria-hidden="true" />
        </IconButton>
      )}
      {chatId && !isVisitor && (
        <Link
          to="/chats/$chatId"
          params={{ chatId }}
          aria-label={m.chat_full_page()}
          title={m.chat_full_page()}
          className="inline-flex size-8 items-center justify-center rounded-base text-ink-muted hover:bg-ink/6 hover:text-ink pointer-coarse:size-10"
        >
          <Maximize aria-hidden="true" className="size-4" />
        </Link>
      )}
      <IconButton label={m.chat_close()} size="sm" onClick={onClose}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  )
}
