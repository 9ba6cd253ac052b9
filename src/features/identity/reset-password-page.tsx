import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { resetPassword } from '#/auth/auth-client.ts'
import { m } from '#/i18n/messages.ts'
import { ButtonLink } from '#/ui/button.tsx'
import { Form, SubmitButton } from '#/ui/form.tsx'
import { PasswordField } from '#/ui/password-field.tsx'
import { TextLink } from '#/ui/text-link.tsx'
import { AuthFrame } from './auth-frame.tsx'
import { explainRefusal } from './explain-refusal.ts'
import { lazySchema } from './lazy-schema.ts'

const schema = lazySchema(async () => (await import('./contract.ts')).resetPasswordInput)

/** `token` is missing when the link was refused on the way here. */
export function ResetPasswordPage({ token }: { token?: string }) {
  const navigate = useNavigate()
  const [isUsed, setIsUsed] = useState(false)
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
    <AuthFrame title={m.identity_forgot_title()} description={m.identity_reset_text()} aside={back}>
      <Form
        schema={schema}
        onSubmit={async ({ newPassword }) => {
          const answer = await resetPassword({ token, newPassword })
          if (answer.ok) {
            await navigate({ to: '/sign-in', search: { notice: 'password-changed' } })
            return
          }
          if (answer.code === 'INVALID_TOKEN') return setIsUsed(true)
          return { formError: explainRefusal(answer) }
        }}
      >
        <PasswordField
          name="newPassword"
          label={m.identity_new_password_label()}
          hint={m.identity_password_rule()}
          autoComplete="new-password"
        />
        <SubmitButton className="w-full">{m.identity_reset_submit()}</SubmitButton>
      </Form>
    </AuthFrame>
  )
}
