import { useState } from 'react'
import { sendResetMail } from '#/auth/auth-client.ts'
import { m } from '#/i18n/messages.ts'
import { TextField } from '#/ui/field.tsx'
import { Form, SubmitButton } from '#/ui/form.tsx'
import { Notice } from '#/ui/notice.tsx'
import { TextLink } from '#/ui/text-link.tsx'
import { AuthFrame } from './auth-frame.tsx'
import { explainRefusal } from './explain-refusal.ts'
import { lazySchema } from './lazy-schema.ts'
import { type PostedForm, postedState } from './posted-form.ts'

const schema = lazySchema(async () => (await import('./contract.ts')).addressInput)

/** `posted` is what the browser has posted itself. */
export function ForgotPasswordPage({ posted }: { posted: PostedForm | null }) {
  const [sentTo, setSentTo] = useState(posted?.answer?.ok ? posted.values.email : undefined)
  const back = <TextLink to="/sign-in">{m.identity_forgot_back()}</TextLink>
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
        posted={postedState(posted, explainRefusal)}
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
