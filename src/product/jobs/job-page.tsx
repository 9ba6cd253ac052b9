import { Link } from '@tanstack/react-router'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import type { ReactNode } from 'react'
import { addressOf } from '#/platform/navigation/site-address.ts'
import { m } from '#/i18n/messages.ts'
import { Avatar } from '#/ui/avatar.tsx'
import { Container } from '#/ui/container.tsx'
import { TextLink } from '#/ui/text-link.tsx'
import { Time } from '#/ui/time.tsx'
import type { PublicJob } from './contract.ts'
import { countryName, employmentTypeLabel, salaryLabel, workplaceLabel } from './job-labels.ts'
import { jobPosting, scriptJson } from './job-posting.ts'
import { JobRow } from './job-row.tsx'
import { languageOf } from './language-of.ts'

interface JobPageProps {
  job: PublicJob
  /** Sections of other features below the facts, and beside the text. */
  belowFacts: ReactNode
  aside: ReactNode
}

/** A published job. */
export function JobPage({ job, belowFacts, aside }: JobPageProps) {
  const posting = scriptJson(jobPosting(job, addressOf(`/jobs/${job.slug}`)))
  const language = languageOf(`${job.title} ${job.summary}`)
  return (
    <Container className="pt-6 pb-20">
      {/* oxlint-disable-next-line react/no-danger -- scriptJson() leaves nothing that ends a script */}
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: posting }} />
      <Link
        to="/jobs"
        className="-ml-1 inline-flex items-center gap-1 rounded-base text-sm text-ink-muted hover:text-ink"
      >
        <ChevronLeft aria-hidden="true" className="size-4" />
        {m.jobs_all()}
      </Link>
      <header className="mt-6 max-w-3xl">
        <Link
          to="/companies/$orgSlug"
          params={{ orgSlug: job.company.slug }}
          className="inline-flex items-center gap-3 rounded-base font-medium hover:underline"
        >
          <Avatar name={job.company.name} size="md" shape="square" />
          {job.company.name}
        </Link>
        <h1 lang={language} className="mt-4 font-display text-display-md">
          {job.title}
        </h1>
        <p lang={language} className="mt-4 text-lg text-ink-muted">
          {job.summary}
        </p>
      </header>
      <div className="mt-10 grid gap-x-16 gap-y-10 lg:grid-cols-[1fr_20rem]">
        <aside className="space-y-6 lg:sticky lg:top-24 lg:col-start-2 lg:self-start">
          <Facts job={job}>{belowFacts}</Facts>
          {aside}
        </aside>
        <div className="min-w-0 lg:col-start-1 lg:row-start-1">
          <div
            lang={language}
            className="prose"
            // oxlint-disable-next-line react/no-danger -- renderMarkdown() builds it from a closed list of elements
            dangerouslySetInnerHTML={{ __html: job.descriptionHtml }}
          />
          <Skills skills={job.skills} />
          <AboutCompany company={job.company} />
        </div>
      </div>
      {job.similar.length > 0 && (
        <section aria-labelledby="similar-jobs" className="mt-16 border-t pt-10">
          <h2 id="similar-jobs" className="font-display text-display-sm">
            {m.jobs_similar()}
          </h2>
          <ul className="mt-4 border-y">
            {job.similar.map((similar) => (
              <JobRow key={similar.id} job={similar} />
            ))}
          </ul>
        </section>
      )}
    </Container>
  )
}

function Facts({ job, children }: { job: PublicJob; children: ReactNode }) {
  return (
    <section aria-label={m.jobs_facts()} className="rounded-base border bg-surface p-5">
      <dl className="space-y-3 text-sm">
        <Fact name={m.jobs_fact_salary()}>
          {job.salary ? salaryLabel(job.salary) : m.jobs_salary_unknown()}
        </Fact>
        <Fact name={m.jobs_fact_location()}>{`${job.location}, ${countryName(job.country)}`}</Fact>
        <Fact name={m.jobs_filter_workplace()}>{workplaceLabel(job.workplace)}</Fact>
        <Fact name={m.jobs_filter_type()}>{employmentTypeLabel(job.employmentType)}</Fact>
        {job.department && <Fact name={m.jobs_fact_department()}>{job.department}</Fact>}
        <Fact name={m.jobs_posted()}>
          <Time value={job.publishedAt} />
        </Fact>
        {job.closesAt && (
          <Fact name={m.jobs_closes()}>
            <Time value={job.closesAt} />
          </Fact>
        )}
      </dl>
      {children}
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="shrink-0 text-ink-muted">{name}</dt>
      <dd className="text-right font-medium tabular-nums" suppressHydrationWarning>
        {children}
      </dd>
    </div>
  )
}

function Skills({ skills }: { skills: string[] }) {
  if (skills.length === 0) return null
  return (
    <section aria-labelledby="job-skills" className="mt-10">
      <h2 id="job-skills" className="text-lg font-semibold">
        {m.jobs_skills()}
      </h2>
      <ul className="mt-3 flex flex-wrap gap-2">
        {skills.map((skill) => (
          <li key={skill}>
            <Link
              to="/jobs"
              search={{ skill: [skill] }}
              title={m.jobs_skills_find({ skill })}
              className="inline-flex h-8 items-center rounded-base border bg-surface px-2.5 text-sm transition-colors hover:border-line-field pointer-coarse:h-10"
            >
              {skill}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function AboutCompany({ company }: { company: PublicJob['company'] }) {
  if (!company.about) return null
  return (
    <section aria-labelledby="job-company" className="mt-10 max-w-[68ch] border-t pt-8">
      <h2 id="job-company" className="text-lg font-semibold">
        {m.jobs_about_company({ company: company.name })}
      </h2>
      <p className="mt-2 text-ink-muted">{company.about}</p>
      <p className="mt-3 text-sm">
        <TextLink to="/companies/$orgSlug" params={{ orgSlug: company.slug }}>
          {m.jobs_company_jobs({ company: company.name })}
        </TextLink>
      </p>
    </section>
  )
}
