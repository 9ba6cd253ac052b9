import { createFileRoute } from '@tanstack/react-router'
import { AskManagersPage } from '#/features/billing/ask-managers-page.tsx'
import { organizationActions } from '#/features/billing/billing-actions.ts'
import { BillingPage } from '#/features/billing/billing-page.tsx'
import { parseBillingSearch } from '#/features/billing/billing-search.ts'
import { OrganizationUsage } from '#/features/billing/organization-usage.tsx'
import { PageMeta } from '#/features/navigation/page-meta.tsx'
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
    const standing = await rpc.billing.ofOrganization({ organizationSlug, ...deps })
    return { standing, usage: await rpc.billing.organizationUsage({ organizationSlug }) }
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
          actions={organizationActions(membership.slug)}
          search={search}
          usage={usage && <OrganizationUsage usage={usage} />}
        />
      ) : (
        <AskManagersPage organization={membership.name} colleagues={colleagues} />
      )}
    </>
  )
}
