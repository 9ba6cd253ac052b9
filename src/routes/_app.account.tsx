import { createFileRoute, getRouteApi } from '@tanstack/react-router'
import { AccountPage } from '#/features/identity/account-page.tsx'
import { PageMeta } from '#/features/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

const app = getRouteApi('/_app')

export const Route = createFileRoute('/_app/account')({
  loader: () => rpc.identity.sessions(),
  component: AccountSettings,
})

function AccountSettings() {
  const { account } = app.useLoaderData()
  return (
    <>
      <PageMeta title={m.identity_account_title()} />
      <AccountPage account={account} sessions={Route.useLoaderData()} />
    </>
  )
}
