import { safe } from '@orpc/client'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Button } from '#/ui/button.tsx'
import { Notice } from '#/ui/notice.tsx'
import { Select } from '#/ui/select.tsx'
import { toast } from '#/ui/toast.tsx'
import { useHydrated } from '#/ui/use-hydrated.ts'
import { type ApplicationStatus, recruiterStatuses } from './application-statuses.ts'
import type { ReceivedApplicationDetail } from './contract.ts'
import { stageName } from './status-labels.ts'

/** The candidate hears of these by mail; see the mails of this feature. */
const told = new Set<ApplicationStatus>(['interview', 'offer', 'rejected'])

interface MoveFormProps {
  organizationSlug: string
  application: ReceivedApplicationDetail
}

/** Chosen first and then sent, because some steps write to the candidate at once. */
export function MoveForm({ organizationSlug, application }: MoveFormProps) {
  const router = useRouter()
  const hydrated = useHydrated()
  const { id: applicationId, status: from, name } = application
  const [to, setTo] = useState(from)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const target = recruiterStatuses.find((status) => status === to)

  if (from === 'withdrawn')
    return <p className="text-ink-muted">{m.applications_withdrawn_note()}</p>

  async function move() {
    if (!target || target === from || busy) return
    setBusy(true)
    setFailure(undefined)
    const { error, isDefined } = await safe(
      rpc.applications.move({ organizationSlug, applicationId, from, to: target }),
    )
    setBusy(false)
    if (isDefined && error.code === 'STATUS_CHANGED') {
      const status = stageName(error.data.status)
      toast({ tone: 'danger', title: m.applications_move_changed({ status }) })
      return router.invalidate()
    }
    if (error) return setFailure(m.ui_form_failed())
    toast({ title: m.applications_moved({ name, status: stageName(target) }) })
    await router.invalidate()
  }

  return (
    <form
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault()
        void move()
      }}
    >
      <div className="flex gap-2">
        <Select
          className="min-w-0 flex-1"
          aria-label={m.applications_move_to()}
          disabled={!hydrated}
          value={to}
          onChange={(event) => {
            const chosen = recruiterStatuses.find((status) => status === event.target.value)
            if (chosen) setTo(chosen)
          }}
          options={recruiterStatuses.map((value) => ({ value, label: stageName(value) }))}
        />
        <Button type="submit" variant="primary" busy={busy} disabled={!hydrated || target === from}>
          {m.applications_move_submit()}
        </Button>
      </div>
      <p aria-live="polite" className="text-ink-muted empty:hidden">
        {to !== from && told.has(to) && m.applications_move_mails()}
      </p>
      {failure && (
        <Notice tone="danger" role="alert">
          {failure}
        </Notice>
      )}
    </form>
  )
}
