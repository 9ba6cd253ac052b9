import { createFileRoute, getRouteApi } from '@tanstack/react-router'
import { loadSections, showSections } from '#/define-section.tsx'
import { AccountPage } from '../account-page.tsx'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { accountSections } from '#/sections/account.ts'

const app = getRouteApi('/_app')

export const Route = createFileRoute('/_app/account')({
  loader: async () => {
    const [sessions, sections] = await Promise.all([
      rpc.identity.sessions(),
      loadSections(accountSections, null),
    ])
    return { sessions, sections }
  },
  component: AccountSettings,
})

function AccountSettings() {
  const { account } = app.useLoaderData()
  const { sessions, sections } = Route.useLoaderData()
  return (
    <>
      <PageMeta title={m.identity_account_title()} />
      <AccountPage
        account={account}
        sessions={sessions}
        sections={showSections(accountSections, sections, { account })}
      />
    </>
  )
}
