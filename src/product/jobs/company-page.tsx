import { m } from '#/i18n/messages.ts'
import { Avatar } from '#/ui/avatar.tsx'
import { ButtonLink } from '#/ui/button-link.tsx'
import { Container } from '#/ui/container.tsx'
import { SeedlingDrawing } from '#/ui/drawings/seedling.tsx'
import { EmptyState } from '#/ui/empty-state.tsx'
import { FactLine } from '#/ui/fact-line.tsx'
import { TextAnchor } from '#/ui/text-anchor.tsx'
import type { CompanyProfile, ListedJob } from './contract.ts'
import { JobRow } from './job-row.tsx'

export function CompanyPage({ company }: { company: CompanyProfile & { jobs: ListedJob[] } }) {
  return (
    <Container className="py-12">
      <header className="max-w-3xl">
        <Avatar name={company.name} size="lg" shape="square" />
        <h1 className="mt-5 font-display text-display-md">{company.name}</h1>
        <p className="mt-2 text-ink-muted">
          <FactLine
            facts={[
              company.industry,
              company.location,
              company.website && (
                <TextAnchor href={company.website} rel="nofollow noopener">
                  {new URL(company.website).hostname}
                </TextAnchor>
              ),
            ]}
          />
        </p>
        {company.about && <p className="mt-6 text-lg">{company.about}</p>}
      </header>
      <section aria-labelledby="company-jobs" className="mt-12">
        <h2 id="company-jobs" className="font-display text-display-sm">
          {m.jobs_company_open()}{' '}
          {company.jobs.length > 0 && (
            <span className="text-ink-faint tabular-nums">{company.jobs.length}</span>
          )}
        </h2>
        {company.jobs.length > 0 ? (
          <ul className="mt-4 border-y">
            {company.jobs.map((job) => (
              <JobRow key={job.id} job={job} />
            ))}
          </ul>
        ) : (
          <div className="mt-4 border-y">
            <EmptyState
              as="h3"
              drawing={<SeedlingDrawing />}
              title={m.jobs_company_none()}
              action={
                <ButtonLink to="/jobs" variant="primary">
                  {m.jobs_company_others()}
                </ButtonLink>
              }
            >
              {m.jobs_company_none_text({ company: company.name })}
            </EmptyState>
          </div>
        )}
      </section>
    </Container>
  )
}
