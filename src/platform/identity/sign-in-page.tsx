import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { sendVerificationMail, signIn } from '#/auth/auth-client.ts'
import { homePath } from '#/auth/home-path.ts'
import { m } from '#/i18n/messages.ts'
import { site } from '#/site.ts'
import { Button } from '#/ui/button.tsx'
import { TextField } from '#/ui/field.tsx'
import { Form, SubmitButton } from '#/ui/form.tsx'
import { Notice } from '#/ui/notice.tsx'
import { PasswordField } from '#/ui/password-field.tsx'
import { TextLink } from '#/ui/text-link.tsx'
import { AuthFrame } from './auth-frame.tsx'
import { codeOf, explainRefusal, type Refused } from './explain-refusal.ts'
import { lazySchema } from './lazy-schema.ts'
import { askAgain } from './leave-page.ts'
import { type PostedForm, postedState } from './posted-form.ts'
import { rememberAddress } from './remembered-address.ts'
import type { SignInNotice } from './sign-in-notices.ts'

const schema = lazySchema(async () => (await import('./contract.ts')).signInInput)

interface SignInPageProps {
  /** Where to go on to, a path of this site. */
  redirect?: string
  notice?: SignInNotice
  isSuspended: boolean
  /** A form that the browser has posted itself. */
  posted: PostedForm | null
}

export function SignInPage({ redirect, notice, isSuspended, posted }: SignInPageProps) {
  const [isRefused, setRefused] = useState(codeOf(posted?.answer) === 'BANNED_USER')
  const explain = (answer: Refused, email = '') =>
    answer.code === 'EMAIL_NOT_VERIFIED' ? (
      <Unconfirmed email={email} goOnTo={redirect} />
    ) : (
      explainRefusal(answer)
    )
  return (
    <AuthFrame
      title={m.identity_sign_in_title()}
      aside={
        <>
          {m.identity_sign_in_no_account()}{' '}
          <TextLink to="/sign-up" search={{ redirect }}>
            {m.identity_sign_up_title()}
          </TextLink>
        </>
      }
    >
      {/* The form says the same once more, nearer to the button. */}
      {!(isSuspended && isRefused) && (
        <Arrival redirect={redirect} notice={notice} isSuspended={isSuspended} />
      )}
      <Form
        schema={schema}
        posted={postedState(posted, (answer, { email }) => explain(answer, email))}
        onSubmit={async (credentials) => {
          const answer = await signIn(credentials)
          // This page sends whoever is signed in on to where they wanted to go.
          if (answer.ok) return askAgain()
          setRefused(codeOf(answer) === 'BANNED_USER')
          return { formError: explain(answer, credentials.email) }
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
        <PasswordField
          name="password"
          label={m.identity_password_label()}
          autoComplete="current-password"
          aside={<TextLink to="/forgot-password">{m.identity_sign_in_forgot()}</TextLink>}
        />
        <SubmitButton className="w-full">{m.identity_sign_in_submit()}</SubmitButton>
      </Form>
    </AuthFrame>
  )
}

function Arrival({ redirect, notice, isSuspended }: Omit<SignInPageProps, 'posted'>) {
  if (isSuspended) {
    return (
      <Notice tone="danger" role="status" className="mb-6">
        {m.identity_suspended({ email: site.supportEmail })}
      </Notice>
    )
  }
  switch (notice) {
    case 'confirmed':
      return <Said tone="success">{m.identity_sign_in_confirmed()}</Said>
    case 'password-changed':
      return <Said tone="success">{m.identity_sign_in_password_changed()}</Said>
    case 'signed-out':
      return <Said tone="info">{m.identity_sign_in_signed_out()}</Said>
    case 'deleted':
      return <Said tone="info">{m.identity_sign_in_deleted()}</Said>
    default:
      return redirect && redirect !== homePath ? (
        <Said tone="info">{m.identity_sign_in_to_go_on()}</Said>
      ) : null
  }
}

const Said = ({ tone, children }: { tone: 'info' | 'success'; children: string }) => (
  <Notice tone={tone} role="status" className="mb-6">
    {children}
  </Notice>
)

/** Shown only to whoever knew the password. */
function Unconfirmed({ email, goOnTo = homePath }: { email: string; goOnTo?: string }) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const navigate = useNavigate()

  async function sendAgain() {
    setBusy(true)
    const answer = await sendVerificationMail(email, goOnTo)
    if (answer.ok) {
      rememberAddress(email)
      await navigate({ to: '/verify', search: { redirect: goOnTo } })
    } else {
      setFailure(explainRefusal(answer))
    }
    setBusy(false)
  }

  return (
    <>
      <p>{m.identity_sign_in_unconfirmed()}</p>
      {failure ? (
        <p className="mt-2">{failure}</p>
      ) : (
        <Button size="sm" className="mt-3" busy={busy} onClick={sendAgain}>
          {m.identity_verify_send_again()}
        </Button>
      )}
    </>
  )
}
