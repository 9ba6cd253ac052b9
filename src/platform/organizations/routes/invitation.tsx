import { safe } from '@orpc/client'
import { createFileRoute } from '@tanstack/react-router'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { InvitationPage } from '../invitation-page.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { displayFontLinks } from '#/ui/fonts.ts'

export const Route = createFileRoute('/invitations/$invitationId')({
  loader: async ({ params }) => {
    const [{ error, data, isDefined }, account] = await Promise.all([
      safe(rpc.organizations.invitation(params)),
      rpc.identity.me(),
    ])
    if (error && !(isDefined && error.code === 'NOT_FOUND')) throw error
    return { invitation: data ?? null, account }
  },
  head: () => ({
    meta: [
      { name: 'robots', content: 'noindex' },
      { name: 'referrer', content: 'no-referrer' },
    ],
    links: displayFontLinks,
  }),
  component: Invitation,
})

const titleOf = (organization?: string) =>
  organization
    ? m.organizations_invitation_title({ organization })
    : m.organizations_unknown_title()

function Invitation() {
  const { invitation, account } = Route.useLoaderData()
  const isMember = account?.organizations.some(({ slug }) => slug === invitation?.organization.slug)
  return (
    <>
      <PageMeta title={titleOf(invitation?.organization.name)} />
      <InvitationPage
        invitation={invitation}
        account={account && { email: account.email, isMember: isMember ?? false }}
      />
    </>
  )
}
