import { createFileRoute, redirect } from '@tanstack/react-router'
import { billingActions } from '../billing-actions.ts'
import { parseIntervalSearch } from '../billing-search.ts'
import { CheckoutPage } from '../checkout-page.tsx'
import { planName } from '../plan-names.ts'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_app/billing/checkout')({
  validateSearch: parseIntervalSearch,
  loaderDeps: ({ search: { interval } }) => ({ interval }),
  loader: async ({ deps: { interval } }) => {
    const { status, trialDays } = await rpc.billing.standing({})
    if (status !== 'free' || !interval) throw redirect({ to: '/billing', replace: true })
    return { interval, trialDays }
  },
  component: Checkout,
})

function Checkout() {
  const { interval, trialDays } = Route.useLoaderData()
  return (
    <>
      <PageMeta title={m.billing_checkout_title({ plan: planName('pro') })} />
      <CheckoutPage
        plan="pro"
        interval={interval}
        trialDays={trialDays}
        actions={billingActions()}
      />
    </>
  )
}
