import { signUp } from '#/auth/auth-client.ts'
import { homePath } from '#/auth/home-path.ts'
import { currentLocale } from '#/i18n/locale.ts'
import { m } from '#/i18n/messages.ts'
import { TextField } from '#/ui/field.tsx'
import { Form, SubmitButton } from '#/ui/form.tsx'
import { PasswordField } from '#/ui/password-field.tsx'
import { TextAnchor } from '#/ui/text-anchor.tsx'
import { AuthFrame } from './auth-frame.tsx'
import { authPath } from './auth-path.ts'
import { explainRefusal } from './explain-refusal.ts'
import { lazySchema } from './lazy-schema.ts'
import { goTo } from './leave-page.ts'
import { rememberAddress } from './remembered-address.ts'

const schema = lazySchema(async () => (await import('./contract.ts')).signUpInput)

export function SignUpPage({ redirect = homePath }: { redirect?: string }) {
  return (
    <AuthFrame
      title={m.identity_sign_up_title()}
      description={m.identity_sign_up_text()}
      aside={
        <>
          {m.identity_sign_up_has_account()}{' '}
          <TextAnchor href={authPath('sign-in', redirect === homePath ? {} : { redirect })}>
            {m.identity_sign_in_title()}
          </TextAnchor>
        </>
      }
    >
      <Form
        schema={schema}
        onSubmit={async (person) => {
          const answer = await signUp(person, redirect)
          if (!answer.ok) {
            const isOurs = answer.code === 'INVALID_INPUT'
            return { formError: explainRefusal(isOurs ? { ...answer, code: 'FAILED' } : answer) }
          }
          rememberAddress(person.email)
          return goTo(authPath('verify', { redirect }))
        }}
      >
        <TextField name="name" label={m.identity_name_label()} autoComplete="name" />
        <TextField
          name="email"
          type="email"
          label={m.identity_email_label()}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordField
          name="password"
          label={m.identity_password_label()}
          hint={m.identity_password_rule()}
          autoComplete="new-password"
        />
        <input type="hidden" name="locale" value={currentLocale()} />
        <SubmitButton className="w-full">{m.identity_sign_up_submit()}</SubmitButton>
      </Form>
    </AuthFrame>
  )
}
