import type { z } from 'zod'
import { languageOptions, showIn } from '#/platform/navigation/app-language.tsx'
import { currentLocale } from '#/i18n/locale.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Panel } from '#/ui/card.tsx'
import { SelectField, TextField } from '#/ui/field.tsx'
import { Form, FormActions, SubmitButton } from '#/ui/form.tsx'
import { toast } from '#/ui/toast.tsx'
import { useAction } from '#/ui/use-action.ts'
import type { Account, updateAccountInput } from './contract.ts'
import { lazySchema } from './lazy-schema.ts'

type Profile = z.infer<typeof updateAccountInput>

const schema = lazySchema(async () => (await import('./contract.ts')).updateAccountInput)

export function ProfilePanel({ account }: { account: Account }) {
  const save = useAction((profile: Profile) => rpc.identity.update(profile), {
    onDone: (_, { locale }) => {
      if (locale !== currentLocale()) return showIn(locale)
      toast({ title: m.identity_account_saved() })
    },
  })
  return (
    <Panel title={m.identity_account_profile()} description={m.identity_account_profile_text()}>
      <Form schema={schema} onSubmit={save.run}>
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
