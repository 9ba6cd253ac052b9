import { useState } from 'react'
import { resetPassword } from '#/auth/auth-client.ts'
import { m } from '#/i18n/messages.ts'
import { ButtonLink } from '#/ui/button-link.tsx'
import { Form, SubmitButton } from '#/ui/form.tsx'
import { PasswordField } from '#/ui/password-field.tsx'
import { TextLink } from '#/ui/text-link.tsx'
import { AuthFrame } from './auth-frame.tsx'
import { afterReset } from './auth-path.ts'
import { codeOf, explainRefusal } from './explain-refusal.ts'
import { lazySchema } from './lazy-schema.ts'
import { goTo } from './leave-page.ts'
import { type PostedForm, postedState } from './posted-form.ts'

const schema = lazySchema(async () => (await import('./contract.ts')).resetPasswordInput)

interface ResetPasswordPageProps {
  /** Missing when the link was refused on the way here. */
  token?: string
  /** Set when the password also confirms the address: where to go on to then. */
  confirmsFor?: string
  /** A form that the browser has posted itself. */
  posted: PostedForm | null
}

export function ResetPasswordPage({ token, confirmsFor, posted }: ResetPasswordPageProps) {
  const [isUsed, setIsUsed] = useState(codeOf(posted?.answer) === 'INVALID_TOKEN')
  const back = <TextLink to="/sign-in">{m.identity_forgot_back()}</TextLink>
  if (!token || isUsed) {
    return (
      <AuthFrame
        title={m.identity_verify_expired_title()}
        description={m.identity_reset_expired_text()}
        aside={back}
      >
        <ButtonLink variant="primary" to="/forgot-password">
          {m.identity_verify_send_new()}
        </ButtonLink>
      </AuthFrame>
    )
  }
  return (
    <AuthFrame
      title={confirmsFor ? m.identity_confirm_title() : m.identity_forgot_title()}
      description={confirmsFor ? m.identity_confirm_text() : m.identity_reset_text()}
      aside={back}
    >
      <Form
        schema={schema}
        posted={postedState(posted, explainRefusal)}
        onSubmit={async ({ newPassword }) => {
          const answer = await resetPassword({ token, newPassword })
          if (answer.ok) return goTo(afterReset(confirmsFor))
          if (answer.code === 'INVALID_TOKEN') return setIsUsed(true)
          return { formError: explainRefusal(answer) }
        }}
      >
        <PasswordField
          name="newPassword"
          label={confirmsFor ? m.identity_password_label() : m.identity_new_password_label()}
          hint={m.identity_password_rule()}
          autoComplete="new-password"
        />
        <SubmitButton className="w-full">
          {confirmsFor ? m.identity_confirm_submit() : m.identity_reset_submit()}
        </SubmitButton>
      </Form>
    </AuthFrame>
  )
}
