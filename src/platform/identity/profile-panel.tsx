import { useRouter } from '@tanstack/react-router'
import { languageOptions, showIn } from '#/platform/navigation/app-language.tsx'
import { currentLocale } from '#/i18n/locale.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Panel } from '#/ui/card.tsx'
import { SelectField, TextField } from '#/ui/field.tsx'
import { Form, FormActions, SubmitButton } from '#/ui/form.tsx'
import { toast } from '#/ui/toast.tsx'
import type { Account } from './contract.ts'
import { lazySchema } from './lazy-schema.ts'

const schema = lazySchema(async () => (await import('./contract.ts')).updateAccountInput)

export function ProfilePanel({ account }: { account: Account }) {
  const router = useRouter()
  return (
    <Panel title={m.identity_account_profile()} description={m.identity_account_profile_text()}>
      <Form
        schema={schema}
        onSubmit={async (profile) => {
          await rpc.identity.update(profile)
          if (profile.locale !== currentLocale()) return showIn(profile.locale)
          await router.invalidate()
          toast({ title: m.identity_account_saved() })
        }}
      >
        <TextField
          name="name"
          label={m.identity_name_label()}
          autoComplete="name"
          defaultValue={account.name}
        />
        <SelectField
          name="locale"
          label={m.identity_account_language()}
          hint={m.identity_account_language_hint()}
          options={languageOptions}
          defaultValue={account.locale}
        />
        <FormActions>
          <SubmitButton>{m.identity_account_save()}</SubmitButton>
        </FormActions>
      </Form>
    </Panel>
  )
}
