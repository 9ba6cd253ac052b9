import { safe } from '@orpc/client'
import { useRouter } from '@tanstack/react-router'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Panel } from '#/ui/card.tsx'
import { TextField } from '#/ui/field.tsx'
import { Form, FormActions, SubmitButton, type FormOutcome } from '#/ui/form.tsx'
import { formatWait } from '#/ui/format-wait.ts'
import { PasswordField } from '#/ui/password-field.tsx'
import { lazySchema } from './lazy-schema.ts'

const schema = lazySchema(async () => (await import('./contract.ts')).deleteAccountInput)

export function DeleteAccountPanel({ email }: { email: string }) {
  const router = useRouter()
  return (
    <Panel title={m.identity_account_delete()} description={m.identity_account_delete_text()}>
      <Form
        schema={schema}
        onSubmit={async (confirmation) => {
          const refusal = await confirmDeletion(confirmation)
          if (refusal) return refusal
          router.clearCache()
          await router.navigate({ to: '/sign-in', search: { notice: 'deleted' } })
          await router.invalidate()
        }}
      >
        <TextField
          name="email"
          label={m.identity_account_delete_confirm()}
          placeholder={email}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordField
          name="password"
          label={m.identity_current_password_label()}
          autoComplete="current-password"
        />
        <FormActions>
          <SubmitButton variant="danger">{m.identity_account_delete_submit()}</SubmitButton>
        </FormActions>
      </Form>
    </Panel>
  )
}

async function confirmDeletion(confirmation: {
  email: string
  password: string
}): Promise<FormOutcome | undefined> {
  const { error, isDefined } = await safe(rpc.identity.deleteAccount(confirmation))
  if (!error) return undefined
  if (!isDefined) throw error
  switch (error.code) {
    case 'ADDRESS_DIFFERS':
      return { fieldErrors: { email: m.identity_account_delete_address_differs() } }
    case 'WRONG_PASSWORD':
      return { fieldErrors: { password: m.identity_account_wrong_password() } }
    case 'OWNS_ORGANIZATIONS': {
      const names = error.data.names.join(', ')
      return { formError: m.identity_account_delete_owner({ names }) }
    }
    case 'LAST_ADMIN':
      return { formError: m.identity_account_delete_last_admin() }
    case 'HAS_SUBSCRIPTION':
      return { formError: m.identity_account_delete_subscription() }
    case 'PAYMENT_PROVIDER_FAILED':
      return { formError: m.identity_account_delete_payment_unknown() }
    case 'RATE_LIMITED': {
      const time = formatWait(error.data.retryAfterSeconds)
      return { formError: m.identity_rate_limited({ time }) }
    }
    default:
      throw error
  }
}
