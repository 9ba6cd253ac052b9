import { createFileRoute } from '@tanstack/react-router'
import { parsePricingSearch } from '../billing-search.ts'
import { PricingPage } from '../pricing-page.tsx'
import { PublicPageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { sharedByVisitors } from '#/shared-by-visitors.ts'

export const Route = createFileRoute('/_public/pricing')({
  validateSearch: parsePricingSearch,
  loader: async () => {
    const [overview, plans] = await Promise.all([rpc.billing.overview(), rpc.billing.plans()])
    return { overview, plans }
  },
  headers: () => sharedByVisitors,
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
      <PricingPage {...Route.useLoaderData()} interval={interval} />
    </>
  )
}
