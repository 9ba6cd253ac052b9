import { createFileRoute } from '@tanstack/react-router'
import { AccountPage } from '#/features/identity/account-page.tsx'
import { pageTitle } from '#/features/navigation/page-title.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_app/account')({
  loader: () => rpc.identity.sessions(),
  head: () => ({ meta: [{ title: pageTitle(m.identity_account_title()) }] }),
  component: AccountSettings,
})

function AccountSettings() {
  const { account } = Route.useRouteContext()
  return <AccountPage account={account} sessions={Route.useLoaderData()} />
}
