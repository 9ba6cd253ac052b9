import { isDefinedError } from '@orpc/client'
import UserPlus from 'lucide-react/icons/user-plus'
import { useState } from 'react'
import type { z } from 'zod'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Button } from '#/ui/button.tsx'
import { Dialog } from '#/ui/dialog.tsx'
import { RadioField, TextField } from '#/ui/field.tsx'
import { Form, FormActions, SubmitButton } from '#/ui/form.tsx'
import { toast } from '#/ui/toast.tsx'
import { useAction } from '#/ui/use-action.ts'
import type { Membership } from './contract.ts'
import { explainInvitation } from './explain-invitation.ts'
import { invitationFields } from './organization-fields.ts'
import { roleOptions } from './role-labels.ts'

interface InviteDialogProps {
  membership: Membership
}

export function InviteDialog({ membership }: InviteDialogProps) {
  const [open, setOpen] = useState(false)
  const invite = useAction(
    (fields: z.infer<typeof invitationFields>) =>
      rpc.organizations.invite({ organizationSlug: membership.slug, ...fields }),
    {
      explain: (failure) => {
        const sentence = isDefinedError(failure) ? explainInvitation(failure) : undefined
        return sentence === undefined ? undefined : { fieldErrors: { email: sentence } }
      },
      onDone: (_, { email }) => {
        setOpen(false)
        toast({ title: m.organizations_invite_sent({ email }) })
      },
    },
  )
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
      <Form schema={invitationFields} onSubmit={invite.run}>
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
