import type { z } from 'zod'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Panel } from '#/ui/card.tsx'
import { TextField } from '#/ui/field.tsx'
import { Form, FormActions, SubmitButton, type FormOutcome } from '#/ui/form.tsx'
import { formatWait } from '#/ui/format-wait.ts'
import { PasswordField } from '#/ui/password-field.tsx'
import { useAction } from '#/ui/use-action.ts'
import type { deleteAccountInput } from './contract.ts'
import { lazySchema } from './lazy-schema.ts'

type Confirmation = z.infer<typeof deleteAccountInput>

const schema = lazySchema(async () => (await import('./contract.ts')).deleteAccountInput)

export function DeleteAccountPanel({ email }: { email: string }) {
  const remove = useAction((given: Confirmation) => rpc.identity.deleteAccount(given), {
    refusals,
    leavesTo: () => ({ to: '/sign-in', search: { notice: 'deleted' } }),
  })
  return (
    <Panel title={m.identity_account_delete()} description={m.identity_account_delete_text()}>
      <Form schema={schema} onSubmit={remove.run}>
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

const ofField = (name: keyof Confirmation, sentence: string): FormOutcome => ({
  fieldErrors: { [name]: sentence },
})
const ofForm = (sentence: string): FormOutcome => ({ formError: sentence })

const refusals = {
  ADDRESS_DIFFERS: () => ofField('email', m.identity_account_delete_address_differs()),
  WRONG_PASSWORD: () => ofField('password', m.identity_account_wrong_password()),
  OWNS_ORGANIZATIONS: ({ names }: { names: string[] }) =>
    ofForm(m.identity_account_delete_owner({ names: names.join(', ') })),
  LAST_ADMIN: () => ofForm(m.identity_account_delete_last_admin()),
  HAS_SUBSCRIPTION: () => ofForm(m.identity_account_delete_subscription()),
  PAYMENT_PROVIDER_FAILED: () => ofForm(m.identity_account_delete_payment_unknown()),
  RATE_LIMITED: ({ retryAfterSeconds }: { retryAfterSeconds: number }) =>
    ofForm(m.identity_rate_limited({ time: formatWait(retryAfterSeconds) })),
}
