import { isDefinedError } from '@orpc/client'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { homePath } from '#/auth/home-path.ts'
import { signOut } from '#/auth/auth-client.ts'
import { AppBrand } from '#/platform/navigation/app-brand.tsx'
import { LanguageLinks } from '#/platform/navigation/language-links.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { ButtonLink } from '#/ui/button-link.tsx'
import { Button } from '#/ui/button.tsx'
import { DescriptionList } from '#/ui/description-list.tsx'
import { explainNoAnswer } from '#/ui/explain-failure.ts'
import { FocusShell } from '#/ui/focus-shell.tsx'
import { Notice } from '#/ui/notice.tsx'
import { ThemeSwitch } from '#/ui/theme-switch.tsx'
import { Time } from '#/ui/time.tsx'
import { useAction } from '#/ui/use-action.ts'
import type { ReceivedInvitation } from './contract.ts'
import { roleName } from './role-labels.ts'

interface InvitationPageProps {
  /** Null when there is none with this id. */
  invitation: ReceivedInvitation | null
  /** Who is signed in. */
  account: { email: string; isMember: boolean } | null
}

/** Where the link of the mail leads; a new session or account comes back here. */
export function InvitationPage({ invitation, account }: InvitationPageProps) {
  if (!invitation) {
    return (
      <Frame title={m.organizations_unknown_title()} text={m.organizations_unknown_text()}>
        <GoHome />
      </Frame>
    )
  }
  const organization = invitation.organization.name
  const name = invitation.invitedBy
  switch (invitation.state) {
    case 'accepted':
      return (
        <Frame
          title={m.organizations_used_title()}
          text={m.organizations_used_text({ organization })}
        >
          {account?.isMember ? <GoThere invitation={invitation} /> : <GoHome />}
        </Frame>
      )
    case 'declined':
      return (
        <Frame
          title={m.organizations_declined_title()}
          text={m.organizations_declined_text({ organization, name })}
        >
          <GoHome />
        </Frame>
      )
    case 'expired':
      return (
        <Frame
          title={m.organizations_expired_title()}
          text={m.organizations_expired_text({ organization, name })}
        >
          <GoHome />
        </Frame>
      )
    case 'cancelled':
      return (
        <Frame
          title={m.organizations_cancelled_title()}
          text={m.organizations_cancelled_text({ organization })}
        >
          <GoHome />
        </Frame>
      )
    case 'pending':
      return (
        <Frame
          title={m.organizations_invitation_title({ organization })}
          text={m.organizations_invitation_text({ name, organization })}
        >
          <DescriptionList
            className="mb-6 border-y"
            facts={[
              { term: m.organizations_invitation_role(), value: roleName(invitation.role) },
              { term: m.organizations_invitation_for(), value: invitation.email },
              {
                term: m.organizations_invitation_until(),
                value: <Time value={invitation.expiresAt} format="datetime" />,
              },
            ]}
          />
          <Answer invitation={invitation} account={account} />
        </Frame>
      )
  }
}

function Answer({
  invitation,
  account,
}: {
  invitation: ReceivedInvitation
  account: InvitationPageProps['account']
}) {
  const here = `/invitations/${invitation.id}`
  const { email } = invitation
  if (!account) {
    return (
      <>
        <p className="text-ink-muted">{m.organizations_signed_out({ email })}</p>
        <div className="mt-5 flex flex-wrap gap-2">
          <ButtonLink to="/sign-up" search={{ redirect: here }} variant="primary">
            {m.identity_sign_up_submit()}
          </ButtonLink>
          <ButtonLink to="/sign-in" search={{ redirect: here }}>
            {m.identity_sign_in_title()}
          </ButtonLink>
        </div>
      </>
    )
  }
  if (account.email.toLowerCase() !== email.toLowerCase()) {
    return <OtherAccount account={account.email} email={email} here={here} />
  }
  return <AcceptOrDecline invitation={invitation} />
}

function OtherAccount({ account, email, here }: { account: string; email: string; here: string }) {
  const router = useRouter()
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)
  return (
    <>
      <Notice tone="warning" role="status">
        {m.organizations_other_account({ account, email })}
      </Notice>
      <div className="mt-5 flex flex-wrap gap-2">
        <Button
          variant="primary"
          busy={busy}
          onClick={async () => {
            setBusy(true)
            await signOut()
            router.clearCache()
            await navigate({ to: '/sign-in', search: { redirect: here } })
            await router.invalidate()
          }}
        >
          {m.organizations_switch_account()}
        </Button>
        <ButtonLink to={homePath} variant="quiet">
          {m.organizations_go_home()}
        </ButtonLink>
      </div>
    </>
  )
}

function AcceptOrDecline({ invitation }: { invitation: ReceivedInvitation }) {
  const [answered, setAnswered] = useState<'accept' | 'decline'>()
  const [failure, setFailure] = useState<string>()
  const { id: invitationId, organization, invitedBy: name } = invitation
  const { run, busy } = useAction(
    (answer: 'accept' | 'decline') => rpc.organizations.answerInvitation({ invitationId, answer }),
    {
      explain: (error) => {
        // After any other refusal the page says what has become of the invitation.
        const isFull = isDefinedError(error) && error.code === 'ORGANIZATION_FULL'
        if (isFull) return m.organizations_full({ organization: organization.name, name })
        return isDefinedError(error) && !explainNoAnswer(error) ? '' : undefined
      },
      leavesTo: ({ organizationSlug: orgSlug }, answer) =>
        answer === 'accept'
          ? { to: '/o/$orgSlug', params: { orgSlug }, search: { joined: true } }
          : undefined,
    },
  )

  async function answer(given: 'accept' | 'decline') {
    setAnswered(given)
    setFailure(undefined)
    const problem = await run(given)
    if (typeof problem === 'string') setFailure(problem || undefined)
  }

  return (
    <>
      {failure && (
        <Notice tone="danger" role="alert" className="mb-5">
          {failure}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          busy={busy && answered === 'accept'}
          onClick={() => answer('accept')}
        >
          {m.organizations_accept()}
        </Button>
        <Button
          variant="quiet"
          busy={busy && answered === 'decline'}
          onClick={() => answer('decline')}
        >
          {m.organizations_decline()}
        </Button>
      </div>
    </>
  )
}

const GoHome = () => <ButtonLink to={homePath}>{m.organizations_go_home()}</ButtonLink>

const GoThere = ({ invitation: { organization } }: { invitation: ReceivedInvitation }) => (
  <ButtonLink variant="primary" to="/o/$orgSlug" params={{ orgSlug: organization.slug }}>
    {m.organizations_go_organization({ organization: organization.name })}
  </ButtonLink>
)

const Frame = ({ title, text, children }: { title: string; text: string; children: ReactNode }) => (
  <FocusShell
    brand={<AppBrand to="/" />}
    title={title}
    description={text}
    footer={
      <>
        <LanguageLinks />
        <ThemeSwitch />
      </>
    }
  >
    {children}
  </FocusShell>
)
