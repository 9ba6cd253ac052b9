import { safe } from '@orpc/client'
import { createFileRoute, notFound } from '@tanstack/react-router'
import { CompanyPage } from '#/features/jobs/company-page.tsx'
import { pageHead } from '#/features/navigation/page-head.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_public/companies/$slug')({
  loader: async ({ params }) => {
    const { error, data, isDefined } = await safe(rpc.jobs.company(params))
    if (isDefined && error.code === 'NOT_FOUND') throw notFound()
    if (error) throw error
    return data
  },
  head: ({ loaderData }) =>
    loaderData
      ? pageHead({
          title: m.jobs_company_title({ company: loaderData.name }),
          description: m.jobs_company_description({ company: loaderData.name }),
          path: `/companies/${loaderData.slug}`,
        })
      : {},
  component: () => <CompanyPage company={Route.useLoaderData()} />,
})
