import { useState } from 'react'
import { sendResetMail } from '#/auth/auth-client.ts'
import { m } from '#/i18n/messages.ts'
import { TextField } from '#/ui/field.tsx'
import { Form, SubmitButton } from '#/ui/form.tsx'
import { Notice } from '#/ui/notice.tsx'
import { TextAnchor } from '#/ui/text-anchor.tsx'
import { AuthFrame } from './auth-frame.tsx'
import { authPath } from './auth-path.ts'
import { explainRefusal } from './explain-refusal.ts'
import { lazySchema } from './lazy-schema.ts'

const schema = lazySchema(async () => (await import('./contract.ts')).addressInput)

export function ForgotPasswordPage() {
  const [sentTo, setSentTo] = useState<string>()
  const back = <TextAnchor href={authPath('sign-in')}>{m.identity_forgot_back()}</TextAnchor>
  if (sentTo) {
    return (
      <AuthFrame title={m.identity_forgot_sent_title()} aside={back}>
        <Notice tone="success" role="status">
          {m.identity_forgot_sent({ email: sentTo })}
        </Notice>
      </AuthFrame>
    )
  }
  return (
    <AuthFrame
      title={m.identity_forgot_title()}
      description={m.identity_forgot_text()}
      aside={back}
    >
      <Form
        schema={schema}
        onSubmit={async ({ email }) => {
          const answer = await sendResetMail(email)
          if (!answer.ok) return { formError: explainRefusal(answer) }
          setSentTo(email)
        }}
      >
        <TextField
          name="email"
          type="email"
          label={m.identity_email_label()}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <SubmitButton className="w-full">{m.identity_forgot_submit()}</SubmitButton>
      </Form>
    </AuthFrame>
  )
}
