import { createFileRoute } from '@tanstack/react-router'
import { parseNewTeamSearch } from '#/platform/billing/billing-search.ts'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { NewOrganizationPage } from '../new-organization-page.tsx'
import { m } from '#/i18n/messages.ts'

export const Route = createFileRoute('/_app/organizations/new')({
  validateSearch: parseNewTeamSearch,
  component: NewOrganization,
})

function NewOrganization() {
  return (
    <>
      <PageMeta
        title={m.organizations_new_title()}
        description={m.organizations_new_description()}
      />
      <NewOrganizationPage team={Route.useSearch().interval} />
    </>
  )
}
