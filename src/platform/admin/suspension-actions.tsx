import { safe } from '@orpc/client'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Button } from '#/ui/button.tsx'
import { Dialog } from '#/ui/dialog.tsx'
import { explainFailure } from '#/ui/explain-failure.ts'
import { RadioField, TextareaField } from '#/ui/field.tsx'
import { Form, FormActions, SubmitButton, type FormOutcome } from '#/ui/form.tsx'
import { toast } from '#/ui/toast.tsx'
import { suspendForm } from './contract.ts'
import type { UserDetails } from './contract.ts'

type Suspendable = Pick<UserDetails, 'id' | 'name' | 'suspension'>

export const SuspensionActions = ({ user }: { user: Suspendable }) =>
  user.suspension ? <Restore user={user} /> : <Suspend user={user} />

function Restore({ user }: { user: Suspendable }) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)

  async function restore() {
    setBusy(true)
    try {
      await rpc.admin.restore({ userId: user.id })
      await router.invalidate()
      toast({ title: m.admin_restored_done({ name: user.name }) })
    } catch (error) {
      toast({ title: explainFailure(error), tone: 'danger' })
    }
    setBusy(false)
  }

  return (
    <Button busy={busy} onClick={restore}>
      {m.admin_restore()}
    </Button>
  )
}

function Suspend({ user }: { user: Suspendable }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="danger-quiet">{m.admin_suspend()}</Button>}
      title={m.admin_suspend_title({ name: user.name })}
      description={m.admin_suspend_text()}
    >
      <Form
        schema={suspendForm}
        onSubmit={async ({ reason, days }) => {
          const failure = await suspend({ userId: user.id, reason, days: days || undefined })
          if (failure) return failure
          setOpen(false)
          await router.invalidate()
          toast({ title: m.admin_suspended_done({ name: user.name }) })
        }}
      >
        <TextareaField
          name="reason"
          label={m.admin_suspend_reason()}
          hint={m.admin_suspend_reason_hint()}
          rows={3}
        />
        <RadioField
          name="days"
          label={m.admin_suspend_days()}
          defaultValue="0"
          options={[
            { value: '7', label: m.admin_suspend_week() },
            { value: '30', label: m.admin_suspend_month() },
            { value: '0', label: m.admin_suspend_forever() },
          ]}
        />
        <FormActions>
          <SubmitButton variant="danger">{m.admin_suspend()}</SubmitButton>
        </FormActions>
      </Form>
    </Dialog>
  )
}

async function suspend(input: {
  userId: string
  reason: string
  days?: number
}): Promise<FormOutcome | undefined> {
  const { error, isDefined } = await safe(rpc.admin.suspend(input))
  if (!error) return undefined
  if (!isDefined) throw error
  switch (error.code) {
    case 'CANNOT_SUSPEND_YOURSELF':
      return { formError: m.admin_cannot_suspend_yourself() }
    case 'CANNOT_SUSPEND_ADMIN':
      return { formError: m.admin_cannot_suspend_admin() }
    default:
      throw error
  }
}
