import { createFileRoute } from '@tanstack/react-router'
import { pageTitle } from '#/features/navigation/page-title.ts'
import { NewOrganizationPage } from '#/features/organizations/new-organization-page.tsx'
import { m } from '#/i18n/messages.ts'

export const Route = createFileRoute('/_app/organizations/new')({
  head: () => ({
    meta: [
      { title: pageTitle(m.organizations_new_title()) },
      { name: 'description', content: m.organizations_new_description() },
    ],
  }),
  component: NewOrganizationPage,
})
