import { useRef, useState } from 'react'
import { m } from '#/i18n/messages.ts'
import { Button } from '#/ui/button.tsx'
import { NeedsScripts } from '#/ui/needs-scripts.tsx'
import { Notice } from '#/ui/notice.tsx'
import { Select } from '#/ui/select.tsx'
import { useHydrated } from '#/ui/use-hydrated.ts'
import { type RecruiterStatus, recruiterStatuses } from './application-statuses.ts'
import type { ReceivedApplicationDetail } from './contract.ts'
import { stageName } from './status-labels.ts'
import { moveAction, useMove } from './use-move.tsx'

interface MoveFormProps {
  organizationSlug: string
  application: ReceivedApplicationDetail
}

/** Chosen first and then moved, by a button that says what will happen. */
export function MoveForm({ organizationSlug, application }: MoveFormProps) {
  const hydrated = useHydrated()
  const { status } = application
  const [chosen, setChosen] = useState<{ from: typeof status; to: RecruiterStatus }>()
  const select = useRef<HTMLSelectElement>(null)
  const { begin, busy, failure, question } = useMove({
    organizationSlug,
    focusAfter: () => select.current,
  })

  if (status === 'withdrawn')
    return <p className="text-ink-muted">{m.applications_withdrawn_note()}</p>

  // A choice is over when the status that it was made in is.
  const to = chosen?.from === status ? chosen.to : status
  return (
    <form
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault()
        void begin(application, to)
      }}
    >
      <NeedsScripts />
      <Select
        ref={select}
        aria-label={m.applications_move_to()}
        disabled={!hydrated}
        value={to}
        onChange={(event) => {
          const next = recruiterStatuses.find((one) => one === event.target.value)
          if (next) setChosen({ from: status, to: next })
        }}
        options={recruiterStatuses.map((value) => ({ value, label: stageName(value) }))}
      />
      <Button
        type="submit"
        variant={to === 'rejected' && to !== status ? 'danger' : 'primary'}
        className="w-full"
        busy={busy}
        disabled={to === status}
      >
        {to === status ? m.applications_move_submit() : moveAction(to)}
      </Button>
      {failure && (
        <Notice tone="danger" role="alert">
          {failure}
        </Notice>
      )}
      {question}
    </form>
  )
}
