import { safe } from '@orpc/client'
import { createFileRoute, notFound } from '@tanstack/react-router'
import { CompanyPage } from '../company-page.tsx'
import { PublicPageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_public/companies/$orgSlug')({
  loader: async ({ params }) => {
    const { error, data, isDefined } = await safe(rpc.jobs.company({ slug: params.orgSlug }))
    if (isDefined && error.code === 'NOT_FOUND') throw notFound()
    if (error) throw error
    return data
  },
  component: Company,
})

function Company() {
  const company = Route.useLoaderData()
  return (
    <>
      <PublicPageMeta
        title={m.jobs_company_title({ company: company.name })}
        description={
          company.jobs.length > 0
            ? m.jobs_company_description({ company: company.name })
            : m.jobs_company_description_none({ company: company.name })
        }
        path={`/companies/${company.slug}`}
      />
      {/* The sitemap leaves it out too: a search for jobs should not end at a page without any. */}
      {company.jobs.length === 0 && <meta name="robots" content="noindex" />}
      <CompanyPage company={company} />
    </>
  )
}
