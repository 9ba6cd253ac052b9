import { useState } from 'react'
import { resetPassword } from '#/auth/auth-client.ts'
import { m } from '#/i18n/messages.ts'
import { ButtonAnchor } from '#/ui/button.tsx'
import { Form, SubmitButton } from '#/ui/form.tsx'
import { PasswordField } from '#/ui/password-field.tsx'
import { TextAnchor } from '#/ui/text-anchor.tsx'
import { AuthFrame } from './auth-frame.tsx'
import { authPath } from './auth-path.ts'
import { explainRefusal } from './explain-refusal.ts'
import { lazySchema } from './lazy-schema.ts'
import { goTo } from './leave-page.ts'

const schema = lazySchema(async () => (await import('./contract.ts')).resetPasswordInput)

interface ResetPasswordPageProps {
  /** Missing when the link was refused on the way here. */
  token?: string
  /** Set when the password also confirms the address: where to go on to then. */
  confirmsFor?: string
}

export function ResetPasswordPage({ token, confirmsFor }: ResetPasswordPageProps) {
  const [isUsed, setIsUsed] = useState(false)
  const back = <TextAnchor href={authPath('sign-in')}>{m.identity_forgot_back()}</TextAnchor>
  if (!token || isUsed) {
    return (
      <AuthFrame
        title={m.identity_verify_expired_title()}
        description={m.identity_reset_expired_text()}
        aside={back}
      >
        <ButtonAnchor variant="primary" href={authPath('forgot-password')}>
          {m.identity_verify_send_new()}
        </ButtonAnchor>
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
        onSubmit={async ({ newPassword }) => {
          const answer = await resetPassword({ token, newPassword })
          if (answer.ok) {
            return goTo(
              confirmsFor
                ? authPath('verify', { done: true, redirect: confirmsFor })
                : authPath('sign-in', { notice: 'password-changed' }),
            )
          }
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
