import { createFileRoute } from '@tanstack/react-router'
import { billingActions } from '../billing-actions.ts'
import { BillingPage } from '../billing-page.tsx'
import { parseBillingSearch } from '../billing-search.ts'
import { PlanMeters } from '../plan-meters.tsx'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_app/billing')({
  validateSearch: parseBillingSearch,
  loaderDeps: ({ search: { checkout } }) => ({ fresh: checkout !== undefined }),
  loader: async ({ deps: { fresh } }) => {
    // First the plan: the limits follow it.
    const standing = await rpc.billing.standing({ fresh })
    return { standing, usage: await rpc.billing.usage({}) }
  },
  component: Billing,
})

function Billing() {
  const { standing, usage } = Route.useLoaderData()
  return (
    <>
      <PageMeta title={m.billing_title()} description={m.billing_description()} />
      <BillingPage
        standing={standing}
        paidPlan="pro"
        actions={billingActions()}
        search={Route.useSearch()}
        usage={<PlanMeters usage={usage} />}
      />
    </>
  )
}
