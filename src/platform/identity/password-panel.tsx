import { safe } from '@orpc/client'
import { useRouter } from '@tanstack/react-router'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Panel } from '#/ui/card.tsx'
import { Form, FormActions, SubmitButton } from '#/ui/form.tsx'
import { formatWait } from '#/ui/format-wait.ts'
import { PasswordField } from '#/ui/password-field.tsx'
import { toast } from '#/ui/toast.tsx'
import { lazySchema } from './lazy-schema.ts'

const schema = lazySchema(async () => (await import('./contract.ts')).changePasswordInput)

export function PasswordPanel({ email }: { email: string }) {
  const router = useRouter()
  return (
    <Panel title={m.identity_account_password()} description={m.identity_account_password_text()}>
      <Form
        schema={schema}
        onSubmit={async (passwords, form) => {
          const { error, isDefined } = await safe(rpc.identity.changePassword(passwords))
          if (isDefined && error.code === 'WRONG_PASSWORD') {
            return { fieldErrors: { currentPassword: m.identity_account_wrong_password() } }
          }
          if (isDefined && error.code === 'RATE_LIMITED') {
            const time = formatWait(error.data.retryAfterSeconds)
            return { formError: m.identity_rate_limited({ time }) }
          }
          if (error) throw error
          form.reset()
          await router.invalidate()
          toast({ title: m.identity_account_password_changed() })
        }}
      >
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
