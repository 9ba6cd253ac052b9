import type { z } from 'zod'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Panel } from '#/ui/card.tsx'
import { Form, FormActions, type FormOutcome, SubmitButton } from '#/ui/form.tsx'
import { formatWait } from '#/ui/format-wait.ts'
import { PasswordField } from '#/ui/password-field.tsx'
import { toast } from '#/ui/toast.tsx'
import { useAction } from '#/ui/use-action.ts'
import type { changePasswordInput } from './contract.ts'
import { lazySchema } from './lazy-schema.ts'

type Passwords = z.infer<typeof changePasswordInput>

const schema = lazySchema(async () => (await import('./contract.ts')).changePasswordInput)

export function PasswordPanel({ email }: { email: string }) {
  const change = useAction(
    (passwords: Passwords, _form: HTMLFormElement) => rpc.identity.changePassword(passwords),
    {
      refusals: {
        WRONG_PASSWORD: (): FormOutcome => ({
          fieldErrors: { currentPassword: m.identity_account_wrong_password() },
        }),
        RATE_LIMITED: ({ retryAfterSeconds }): FormOutcome => ({
          formError: m.identity_rate_limited({ time: formatWait(retryAfterSeconds) }),
        }),
      },
      onDone: (_, _passwords, form) => {
        form.reset()
        toast({ title: m.identity_account_password_changed() })
      },
    },
  )
  return (
    <Panel title={m.identity_account_password()} description={m.identity_account_password_text()}>
      <Form schema={schema} onSubmit={change.run}>
        {/* For password managers, which save the new password under this name. */}
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          name="currentPassword"
          label={m.identity_current_password_label()}
          autoComplete="current-password"
        />
        <PasswordField
          name="newPassword"
          label={m.identity_new_password_label()}
          hint={m.identity_password_rule()}
          autoComplete="new-password"
        />
        <FormActions>
          <SubmitButton>{m.identity_account_change_password()}</SubmitButton>
        </FormActions>
      </Form>
    </Panel>
  )
}
