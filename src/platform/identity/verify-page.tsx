import { useEffect, useState } from 'react'
import { sendVerificationMail } from '#/auth/auth-client.ts'
import { homePath } from '#/auth/home-path.ts'
import { m } from '#/i18n/messages.ts'
import { Button } from '#/ui/button.tsx'
import { TextField } from '#/ui/field.tsx'
import { Form, SubmitButton } from '#/ui/form.tsx'
import { Notice } from '#/ui/notice.tsx'
import { TextLink } from '#/ui/text-link.tsx'
import { useHydrated } from '#/ui/use-hydrated.ts'
import { AuthFrame } from './auth-frame.tsx'
import { explainRefusal } from './explain-refusal.ts'
import { lazySchema } from './lazy-schema.ts'
import { type PostedForm, postedState } from './posted-form.ts'
import { rememberedAddress } from './remembered-address.ts'

const schema = lazySchema(async () => (await import('./contract.ts')).addressInput)
const secondsBetween = 60

interface VerifyPageProps {
  /** Where the mail's link leads in the end. */
  redirect?: string
  /** Somebody came with a link that does not hold. */
  isExpired: boolean
  /** A form that the browser has posted itself. */
  posted: PostedForm | null
}

export function VerifyPage({ redirect = homePath, isExpired, posted }: VerifyPageProps) {
  const hydrated = useHydrated()
  const [asked, setAsked] = useState(posted?.answer?.ok ? posted.values.email : undefined)
  const email = asked ?? (hydrated && !isExpired ? rememberedAddress() : undefined)
  const needsAddress = !email
  const titleOfQuestion = isExpired
    ? m.identity_verify_expired_title()
    : m.identity_verify_ask_title()

  return (
    <AuthFrame
      title={needsAddress ? titleOfQuestion : m.identity_verify_title()}
      description={describe()}
      aside={
        <TextLink to={isExpired ? '/sign-in' : '/sign-up'} search={{ redirect }}>
          {isExpired ? m.identity_forgot_back() : m.identity_verify_other_address()}
        </TextLink>
      }
    >
      {needsAddress ? (
        <AskForLink
          goOnTo={redirect}
          posted={posted}
          submit={isExpired ? m.identity_verify_send_new() : m.identity_verify_send_first()}
          onSent={setAsked}
        />
      ) : (
        <SendAgain email={email} goOnTo={redirect} />
      )}
    </AuthFrame>
  )

  function describe() {
    if (asked) return m.identity_verify_sent_again({ email: asked })
    if (isExpired) return m.identity_verify_expired_text()
    return email ? m.identity_verify_sent_to({ email }) : m.identity_verify_ask_text()
  }
}

interface AskForLinkProps {
  goOnTo: string
  posted: PostedForm | null
  submit: string
  onSent: (email: string) => void
}

function AskForLink({ goOnTo, posted, submit, onSent }: AskForLinkProps) {
  return (
    <Form
      schema={schema}
      posted={postedState(posted, explainRefusal)}
      onSubmit={async ({ email }) => {
        const answer = await sendVerificationMail(email, goOnTo)
        if (!answer.ok) return { formError: explainRefusal(answer) }
        onSent(email)
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
      <SubmitButton className="w-full">{submit}</SubmitButton>
    </Form>
  )
}

function SendAgain({ email, goOnTo }: { email: string; goOnTo: string }) {
  const [secondsLeft, setSecondsLeft] = useState(secondsBetween)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const [isSent, setIsSent] = useState(false)
  const isWaiting = secondsLeft > 0

  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(() => setSecondsLeft((seconds) => seconds - 1), 1_000)
    return () => clearInterval(timer)
  }, [isWaiting])

  async function sendAgain() {
    setBusy(true)
    const answer = await sendVerificationMail(email, goOnTo)
    setBusy(false)
    setIsSent(answer.ok)
    setFailure(answer.ok ? undefined : explainRefusal(answer))
    setSecondsLeft(answer.ok ? secondsBetween : (answer.retryAfterSeconds ?? 0))
  }

  return (
    <div className="space-y-4">
      <p className="text-ink-muted">{m.identity_verify_nothing_came()}</p>
      <Button className="w-full" busy={busy} disabled={isWaiting} onClick={sendAgain}>
        <span className="tabular-nums">
          {isWaiting
            ? m.identity_verify_send_again_in({ seconds: secondsLeft })
            : m.identity_verify_send_again()}
        </span>
      </Button>
      <div aria-live="polite" className="empty:-mt-4">
        {failure && <Notice tone="warning">{failure}</Notice>}
        {isSent && <Notice tone="success">{m.identity_verify_sent_again({ email })}</Notice>}
      </div>
    </div>
  )
}
