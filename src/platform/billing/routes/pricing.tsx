import { createFileRoute } from '@tanstack/react-router'
import { parsePricingSearch } from '../billing-search.ts'
import { PricingPage } from '../pricing-page.tsx'
import { PublicPageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_public/pricing')({
  validateSearch: parsePricingSearch,
  loader: () => rpc.billing.overview(),
  component: Pricing,
})

function Pricing() {
  const { interval = 'month' } = Route.useSearch()
  return (
    <>
      <PublicPageMeta
        title={m.billing_pricing_title()}
        description={m.billing_pricing_description()}
        path="/pricing"
      />
      <PricingPage overview={Route.useLoaderData()} interval={interval} />
    </>
  )
}
