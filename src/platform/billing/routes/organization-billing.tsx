import { createFileRoute } from '@tanstack/react-router'
import { AskManagersPage } from '../ask-managers-page.tsx'
import { billingActions } from '../billing-actions.ts'
import { BillingPage } from '../billing-page.tsx'
import { parseBillingSearch } from '../billing-search.ts'
import { PlanMeters } from '../plan-meters.tsx'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_app/o/$orgSlug/billing')({
  validateSearch: parseBillingSearch,
  loaderDeps: ({ search: { checkout } }) => ({ fresh: checkout !== undefined }),
  loader: async ({ params: { orgSlug }, deps, context: { membership } }) => {
    const organizationSlug = orgSlug
    if (membership.role === 'member') {
      return { colleagues: await rpc.organizations.members({ organizationSlug }) }
    }
    // First the plan: the limits follow it.
    const standing = await rpc.billing.standing({ organizationSlug, ...deps })
    return { standing, usage: await rpc.billing.usage({ organizationSlug }) }
  },
  component: OrganizationBilling,
})

function OrganizationBilling() {
  const { membership } = Route.useRouteContext()
  const { standing, usage, colleagues = [] } = Route.useLoaderData()
  const search = Route.useSearch()
  return (
    <>
      <PageMeta title={m.billing_title()} />
      {standing ? (
        <BillingPage
          standing={standing}
          paidPlan="team"
          organization={membership.name}
          actions={billingActions(membership.slug)}
          search={search}
          usage={usage && <PlanMeters usage={usage} />}
        />
      ) : (
        <AskManagersPage organization={membership.name} colleagues={colleagues} />
      )}
    </>
  )
}
