import { createFileRoute, redirect } from '@tanstack/react-router'
import { billingActions } from '../billing-actions.ts'
import { parseIntervalSearch } from '../billing-search.ts'
import { CheckoutPage } from '../checkout-page.tsx'
import { planName } from '../plan-names.ts'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_app/o/$orgSlug/billing/checkout')({
  validateSearch: parseIntervalSearch,
  loaderDeps: ({ search: { interval } }) => ({ interval }),
  loader: async ({ params: { orgSlug }, deps: { interval }, context: { membership } }) => {
    const isManager = membership.role !== 'member'
    const standing = isManager && (await rpc.billing.standing({ organizationSlug: orgSlug }))
    if (!standing || standing.status !== 'free' || !interval) {
      throw redirect({ to: '/o/$orgSlug/billing', params: { orgSlug }, replace: true })
    }
    return { interval, trialDays: standing.trialDays }
  },
  component: OrganizationCheckout,
})

function OrganizationCheckout() {
  const { orgSlug } = Route.useParams()
  const { interval, trialDays } = Route.useLoaderData()
  return (
    <>
      <PageMeta title={m.billing_checkout_title({ plan: planName('team') })} />
      <CheckoutPage
        plan="team"
        interval={interval}
        trialDays={trialDays}
        actions={billingActions(orgSlug)}
        orgSlug={orgSlug}
      />
    </>
  )
}
