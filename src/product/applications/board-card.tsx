import { Link } from '@tanstack/react-router'
import Ellipsis from 'lucide-react/icons/ellipsis'
import { useEffect, useRef } from 'react'
import { m } from '#/i18n/messages.ts'
import { Avatar } from '#/ui/avatar.tsx'
import { IconButton } from '#/ui/button.tsx'
import { Menu, MenuItem } from '#/ui/menu.tsx'
import { ScoreRing } from '#/ui/score-ring.tsx'
import { Time } from '#/ui/time.tsx'
import { type RecruiterStatus, recruiterStatuses } from './application-statuses.ts'
import type { ReceivedApplication } from './contract.ts'
import type { PipelineSearch } from './pipeline-search.ts'
import { scoreTexts } from './score-sections.ts'
import { moveAction } from './use-move.tsx'

/** To give it the focus again when it has moved to another column. */
export const menuId = (applicationId: string) => `move-${applicationId}`

interface BoardCardProps {
  orgSlug: string
  /** The application as the board shows it; its status is its column. */
  list: PipelineSearch
  application: ReceivedApplication
  /** Given to a card that should take the focus as it appears. */
  onFocused?: () => void
  onMove: (to: RecruiterStatus) => void
}

export function BoardCard({ orgSlug, list, application, onFocused, onMove }: BoardCardProps) {
  const { id, name, job, score, status, createdAt } = application
  const focusFirst = useRef(onFocused)
  useEffect(() => {
    if (!focusFirst.current) return
    document.getElementById(menuId(id))?.focus()
    focusFirst.current()
  }, [id])
  return (
    <div className="rounded-base border bg-raised px-3 pt-3 pb-2">
      <div className="flex items-center gap-2.5">
        <Avatar name={name} size="sm" />
        <Link
          to="/o/$orgSlug/applications/$applicationId"
          params={{ orgSlug, applicationId: id }}
          search={{ ...list, view: 'board', status }}
          draggable={false}
          title={name}
          className="min-w-0 flex-1 truncate rounded-[2px] font-medium hover:underline"
        >
          {name}
        </Link>
        {scoreTexts && score !== null && (
          <ScoreRing size="sm" score={score} label={scoreTexts.name()} />
        )}
      </div>
      <div className="mt-1 flex items-end gap-2">
        <div className="min-w-0 flex-1 pb-1.5 text-xs text-ink-muted">
          <p className="truncate" title={job.title}>
            {job.title}
          </p>
          <Time value={createdAt} format="relative" />
        </div>
        <Menu
          trigger={
            <IconButton
              id={menuId(id)}
              size="sm"
              label={m.applications_move_of({ name })}
              className="-mr-1.5"
            >
              <Ellipsis aria-hidden="true" />
            </IconButton>
          }
        >
          {recruiterStatuses
            .filter((to) => to !== status)
            .map((to) => (
              <MenuItem
                key={to}
                tone={to === 'rejected' ? 'danger' : undefined}
                onSelect={() => onMove(to)}
              >
                {moveAction(to)}
              </MenuItem>
            ))}
        </Menu>
      </div>
    </div>
  )
}
