import { createFileRoute } from '@tanstack/react-router'
import { PageMeta } from '#/features/navigation/page-meta.tsx'
import { NewOrganizationPage } from '#/features/organizations/new-organization-page.tsx'
import { m } from '#/i18n/messages.ts'

export const Route = createFileRoute('/_app/organizations/new')({
  component: NewOrganization,
})

function NewOrganization() {
  return (
    <>
      <PageMeta
        title={m.organizations_new_title()}
        description={m.organizations_new_description()}
      />
      <NewOrganizationPage />
    </>
  )
}
