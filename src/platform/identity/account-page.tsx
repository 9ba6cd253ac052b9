import type { Account, AccountSession } from './contract.ts'
import type { ReactNode } from 'react'
import { m } from '#/i18n/messages.ts'
import { PageHeader } from '#/ui/page-header.tsx'
import { DeleteAccountPanel } from './delete-account-panel.tsx'
import { PasswordPanel } from './password-panel.tsx'
import { ProfilePanel } from './profile-panel.tsx'
import { SessionsPanel } from './sessions-panel.tsx'

export function AccountPage({
  account,
  sessions,
  sections,
}: {
  account: Account
  sessions: AccountSession[]
  /** Sections of other features. */
  sections: ReactNode
}) {
  return (
    <div className="max-w-reading">
      <PageHeader
        title={m.identity_account_title()}
        description={m.identity_account_email_fixed({ email: account.email })}
      />
      <div className="space-y-6">
        <ProfilePanel account={account} />
        {sections}
        <PasswordPanel email={account.email} />
        <SessionsPanel sessions={sessions} />
        <DeleteAccountPanel email={account.email} />
      </div>
    </div>
  )
}
