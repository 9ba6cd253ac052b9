import { createFileRoute } from '@tanstack/react-router'
import { personActions } from '#/features/billing/billing-actions.ts'
import { BillingPage } from '#/features/billing/billing-page.tsx'
import { parseBillingSearch } from '#/features/billing/billing-search.ts'
import { UsageMeter } from '#/features/cv-review/usage-meter.tsx'
import { PageMeta } from '#/features/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_app/billing')({
  validateSearch: parseBillingSearch,
  loaderDeps: ({ search: { checkout } }) => ({ fresh: checkout !== undefined }),
  loader: async ({ deps: { fresh } }) => {
    // First the plan: the limits follow it.
    const standing = await rpc.billing.mine({ fresh })
    return { standing, usage: (await rpc.cvReview.list()).usage }
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
        actions={personActions}
        search={Route.useSearch()}
        usage={<UsageMeter usage={usage} />}
      />
    </>
  )
}
