import { useNavigate } from '@tanstack/react-router'
import { signUp } from '#/auth/auth-client.ts'
import { homePath } from '#/auth/home-path.ts'
import { currentLocale } from '#/i18n/locale.ts'
import { m } from '#/i18n/messages.ts'
import { TextField } from '#/ui/field.tsx'
import { Form, SubmitButton } from '#/ui/form.tsx'
import { PasswordField } from '#/ui/password-field.tsx'
import { TextLink } from '#/ui/text-link.tsx'
import { AuthFrame } from './auth-frame.tsx'
import { explainRefusal, type Refused } from './explain-refusal.ts'
import { lazySchema } from './lazy-schema.ts'
import { type PostedForm, postedState } from './posted-form.ts'
import { rememberAddress } from './remembered-address.ts'

const schema = lazySchema(async () => (await import('./contract.ts')).signUpInput)

/** This page sends only what its own rules allow, so that the engine's own are not the visitor's. */
const explain = (refused: Refused) =>
  explainRefusal(refused.code === 'INVALID_INPUT' ? { ...refused, code: 'FAILED' } : refused)

interface SignUpPageProps {
  redirect?: string
  /** A form that the browser has posted itself. */
  posted: PostedForm | null
}

export function SignUpPage({ redirect = homePath, posted }: SignUpPageProps) {
  const navigate = useNavigate()
  return (
    <AuthFrame
      title={m.identity_sign_up_title()}
      description={m.identity_sign_up_text()}
      aside={
        <>
          {m.identity_sign_up_has_account()}{' '}
          <TextLink to="/sign-in" search={redirect === homePath ? {} : { redirect }}>
            {m.identity_sign_in_title()}
          </TextLink>
        </>
      }
    >
      <Form
        schema={schema}
        posted={postedState(posted, explain)}
        onSubmit={async (person) => {
          const answer = await signUp(person, redirect)
          if (!answer.ok) return { formError: explain(answer) }
          rememberAddress(person.email)
          await navigate({ to: '/verify', search: { redirect } })
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
