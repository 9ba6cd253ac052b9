import { safe } from '@orpc/client'
import UserPlus from 'lucide-react/icons/user-plus'
import { useState } from 'react'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Button } from '#/ui/button.tsx'
import { Dialog } from '#/ui/dialog.tsx'
import { RadioField, TextField } from '#/ui/field.tsx'
import { Form, FormActions, SubmitButton } from '#/ui/form.tsx'
import { toast } from '#/ui/toast.tsx'
import type { Membership } from './contract.ts'
import { explainInvitation } from './explain-invitation.ts'
import { invitationFields } from './organization-fields.ts'
import { roleOptions } from './role-labels.ts'

interface InviteDialogProps {
  membership: Membership
  onChange: () => Promise<void>
}

export function InviteDialog({ membership, onChange }: InviteDialogProps) {
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="primary">
          <UserPlus aria-hidden="true" />
          {m.organizations_invite()}
        </Button>
      }
      title={m.organizations_invite()}
      description={m.organizations_invite_text()}
    >
      <Form
        schema={invitationFields}
        onSubmit={async (fields) => {
          const { error, isDefined } = await safe(
            rpc.organizations.invite({ organizationSlug: membership.slug, ...fields }),
          )
          if (error) {
            const sentence = isDefined ? explainInvitation(error) : undefined
            if (!sentence) throw error
            return { fieldErrors: { email: sentence } }
          }
          setOpen(false)
          toast({ title: m.organizations_invite_sent({ email: fields.email }) })
          await onChange()
        }}
      >
        <TextField
          name="email"
          type="email"
          label={m.organizations_invite_email()}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <RadioField
          name="role"
          label={m.organizations_role()}
          defaultValue="member"
          options={roleOptions(membership.role)}
        />
        <FormActions>
          <SubmitButton>{m.organizations_invite_send()}</SubmitButton>
        </FormActions>
      </Form>
    </Dialog>
  )
}
