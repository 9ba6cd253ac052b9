import { useState } from 'react'
import type { z } from 'zod'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Button } from '#/ui/button.tsx'
import { Dialog } from '#/ui/dialog.tsx'
import { RadioField, TextareaField } from '#/ui/field.tsx'
import { Form, FormActions, SubmitButton } from '#/ui/form.tsx'
import { toast } from '#/ui/toast.tsx'
import { useAction } from '#/ui/use-action.ts'
import { suspendForm } from './contract.ts'
import type { UserDetails } from './contract.ts'

type Suspendable = Pick<UserDetails, 'id' | 'name' | 'suspension'>

export const SuspensionActions = ({ user }: { user: Suspendable }) =>
  user.suspension ? <Restore user={user} /> : <Suspend user={user} />

function Restore({ user }: { user: Suspendable }) {
  const restore = useAction(() => rpc.admin.restore({ userId: user.id }), {
    onDone: () => toast({ title: m.admin_restored_done({ name: user.name }) }),
  })

  return (
    <Button busy={restore.busy} onClick={() => restore.press()}>
      {m.admin_restore()}
    </Button>
  )
}

function Suspend({ user }: { user: Suspendable }) {
  const [open, setOpen] = useState(false)
  const suspend = useAction(
    ({ reason, days }: z.infer<typeof suspendForm>) =>
      rpc.admin.suspend({ userId: user.id, reason, days: days || undefined }),
    {
      refusals: {
        CANNOT_SUSPEND_YOURSELF: m.admin_cannot_suspend_yourself,
        CANNOT_SUSPEND_ADMIN: m.admin_cannot_suspend_admin,
      },
      onDone: () => {
        setOpen(false)
        toast({ title: m.admin_suspended_done({ name: user.name }) })
      },
    },
  )
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="danger-quiet">{m.admin_suspend()}</Button>}
      title={m.admin_suspend_title({ name: user.name })}
      description={m.admin_suspend_text()}
    >
      <Form schema={suspendForm} onSubmit={suspend.run}>
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
