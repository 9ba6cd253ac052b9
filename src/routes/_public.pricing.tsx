import { createFileRoute } from '@tanstack/react-router'
import { parsePricingSearch } from '#/features/billing/billing-search.ts'
import { PricingPage } from '#/features/billing/pricing-page.tsx'
import { pageHead } from '#/features/navigation/page-head.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_public/pricing')({
  validateSearch: parsePricingSearch,
  loader: () => rpc.billing.overview(),
  head: () =>
    pageHead({
      title: m.billing_pricing_title(),
      description: m.billing_pricing_description(),
      path: '/pricing',
    }),
  component: Pricing,
})

function Pricing() {
  const { interval = 'month' } = Route.useSearch()
  return <PricingPage overview={Route.useLoaderData()} interval={interval} />
}
