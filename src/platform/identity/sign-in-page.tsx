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
import { TextAnchor } from '#/ui/text-anchor.tsx'
import { AuthFrame } from './auth-frame.tsx'
import { authPath } from './auth-path.ts'
import { explainRefusal } from './explain-refusal.ts'
import { lazySchema } from './lazy-schema.ts'
import { askAgain, goTo } from './leave-page.ts'
import { rememberAddress } from './remembered-address.ts'
import type { SignInNotice } from './sign-in-notices.ts'

const schema = lazySchema(async () => (await import('./contract.ts')).signInInput)

interface SignInPageProps {
  /** Where to go on to, a path of this site. */
  redirect?: string
  notice?: SignInNotice
  isSuspended: boolean
}

export function SignInPage({ redirect, notice, isSuspended }: SignInPageProps) {
  const [isRefused, setRefused] = useState(false)
  return (
    <AuthFrame
      title={m.identity_sign_in_title()}
      aside={
        <>
          {m.identity_sign_in_no_account()}{' '}
          <TextAnchor href={authPath('sign-up', { redirect })}>
            {m.identity_sign_up_title()}
          </TextAnchor>
        </>
      }
    >
      {/* The form says the same once more, nearer to the button. */}
      {!(isSuspended && isRefused) && (
        <Arrival redirect={redirect} notice={notice} isSuspended={isSuspended} />
      )}
      <Form
        schema={schema}
        onSubmit={async (credentials) => {
          const answer = await signIn(credentials)
          // This page sends whoever is signed in on to where they wanted to go.
          if (answer.ok) return askAgain()
          setRefused(answer.code === 'BANNED_USER')
          if (answer.code !== 'EMAIL_NOT_VERIFIED') return { formError: explainRefusal(answer) }
          return { formError: <Unconfirmed email={credentials.email} goOnTo={redirect} /> }
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
          aside={
            <TextAnchor href={authPath('forgot-password')}>
              {m.identity_sign_in_forgot()}
            </TextAnchor>
          }
        />
        <SubmitButton className="w-full">{m.identity_sign_in_submit()}</SubmitButton>
      </Form>
    </AuthFrame>
  )
}

function Arrival({ redirect, notice, isSuspended }: SignInPageProps) {
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

  async function sendAgain() {
    setBusy(true)
    const answer = await sendVerificationMail(email, goOnTo)
    if (answer.ok) {
      rememberAddress(email)
      await goTo(authPath('verify', { redirect: goOnTo }))
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
