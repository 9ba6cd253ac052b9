import { Link } from '@tanstack/react-router'
import clsx from 'clsx'
import { useId, useState } from 'react'
import { m } from '#/i18n/messages.ts'
import { Status } from '#/ui/badge.tsx'
import { formatNumber } from '#/ui/format-number.ts'
import { Notice } from '#/ui/notice.tsx'
import { useHydrated } from '#/ui/use-hydrated.ts'
import { openStatuses, type OpenStatus, statuses } from './application-statuses.ts'
import { BoardCard, menuId } from './board-card.tsx'
import type { Board, ReceivedApplication } from './contract.ts'
import type { PipelineSearch } from './pipeline-search.ts'
import { stageName, statusTone } from './status-labels.ts'
import { useMove } from './use-move.tsx'

interface ApplicationsBoardProps {
  orgSlug: string
  board: Board
  search: PipelineSearch
}

/** The open applications in columns. A card is moved by its menu, or dragged with a mouse. */
export function ApplicationsBoard({ orgSlug, board, search }: ApplicationsBoardProps) {
  const [dragged, setDragged] = useState<ReceivedApplication>()
  // In its new column a card is a new element, and takes the focus of the one that was left.
  const [movedId, setMovedId] = useState<string>()
  const { begin, busy, failure, question } = useMove({
    organizationSlug: orgSlug,
    onMoved: ({ id }) => setMovedId(id),
    focusAfter: ({ id }) => document.getElementById(menuId(id)),
  })
  const list = { job: search.job, q: search.q, sort: search.sort }
  const decided = statuses.filter((status) => !openStatuses.some((open) => open === status))
  return (
    <>
      {failure && (
        <Notice tone="danger" role="alert" className="mb-4">
          {failure}
        </Notice>
      )}
      <div
        aria-busy={busy}
        className="-mx-4 grid snap-x snap-mandatory scroll-px-4 auto-cols-[82%] grid-flow-col gap-3 overflow-x-auto px-4 pb-2 sm:mx-0 sm:scroll-px-0 sm:auto-cols-[minmax(14rem,1fr)] sm:px-0"
      >
        {openStatuses.map((status) => (
          <BoardColumn
            key={status}
            orgSlug={orgSlug}
            status={status}
            applications={board.columns[status]}
            count={board.counts[status]}
            list={list}
            accepts={dragged !== undefined && dragged.status !== status}
            onDrag={setDragged}
            onDrop={() => {
              setDragged(undefined)
              if (dragged) void begin(dragged, status)
            }}
            onMove={begin}
            movedId={movedId}
            onFocused={() => setMovedId(undefined)}
          />
        ))}
      </div>
      <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-ink-muted">
        {m.applications_board_decided()}
        {decided.map((status) => (
          <Link
            key={status}
            to="/o/$orgSlug/applications"
            params={{ orgSlug }}
            search={{ ...list, status }}
            className="rounded-[2px] text-ink underline decoration-line-strong underline-offset-4 hover:decoration-ink"
          >
            {stageName(status)}{' '}
            <span className="text-ink-muted tabular-nums">
              {formatNumber(board.counts[status])}
            </span>
          </Link>
        ))}
      </p>
      {question}
    </>
  )
}

interface BoardColumnProps {
  orgSlug: string
  status: OpenStatus
  applications: ReceivedApplication[]
  count: number
  list: PipelineSearch
  /** Something is being dragged that could be dropped here. */
  accepts: boolean
  onDrag: (application: ReceivedApplication | undefined) => void
  onDrop: () => void
  onMove: ReturnType<typeof useMove>['begin']
  movedId: string | undefined
  onFocused: () => void
}

function BoardColumn({
  orgSlug,
  status,
  applications,
  count,
  list,
  accepts,
  onDrag,
  onDrop,
  onMove,
  movedId,
  onFocused,
}: BoardColumnProps) {
  const id = useId()
  const hydrated = useHydrated()
  const [isOver, setOver] = useState(false)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dropping is one more way; the menu of each card is the accessible one
    <section
      aria-labelledby={id}
      className={clsx(
        'min-w-0 snap-start rounded-base border p-2 transition-colors',
        accepts && isOver ? 'border-primary bg-primary-soft' : 'bg-sunken',
      )}
      onDragOver={(event) => {
        if (!accepts) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        const next = event.relatedTarget
        if (!(next instanceof Node && event.currentTarget.contains(next))) setOver(false)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onDrop()
      }}
    >
      <h2 id={id} className="flex h-8 items-center justify-between px-1 text-sm font-medium">
        <Status tone={statusTone(status)}>{stageName(status)}</Status>
        <span className="font-normal text-ink-muted tabular-nums">{formatNumber(count)}</span>
      </h2>
      {applications.length === 0 ? (
        <p className="px-1 py-2 text-ink-muted">{m.applications_board_empty()}</p>
      ) : (
        <ul className="mt-1 space-y-2">
          {applications.map((application) => (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- as above
            <li
              key={application.id}
              draggable={hydrated}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move'
                event.dataTransfer.setData('text/plain', application.name)
                onDrag(application)
              }}
              onDragEnd={() => onDrag(undefined)}
            >
              <BoardCard
                orgSlug={orgSlug}
                list={list}
                application={application}
                onFocused={application.id === movedId ? onFocused : undefined}
                onMove={(to) => void onMove(application, to)}
              />
            </li>
          ))}
        </ul>
      )}
      {count > applications.length && (
        <Link
          to="/o/$orgSlug/applications"
          params={{ orgSlug }}
          search={{ ...list, status }}
          aria-describedby={id}
          className="mt-2 flex h-9 items-center justify-center rounded-base text-sm font-medium text-ink-muted hover:bg-ink/6 hover:text-ink pointer-coarse:h-11"
        >
          {m.applications_board_all({ count: formatNumber(count) })}
        </Link>
      )}
    </section>
  )
}
