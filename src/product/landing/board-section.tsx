import { Link } from '@tanstack/react-router'
import type { ListedJob } from '#/product/jobs/contract.ts'
import { jobFacts, salaryLabel } from '#/product/jobs/job-labels.ts'
import { m } from '#/i18n/messages.ts'
import { Container } from '#/ui/container.tsx'
import { FactLine } from '#/ui/fact-line.tsx'
import { TextLink } from '#/ui/text-link.tsx'

/** The newest jobs, set like the classified columns of a newspaper. */
export function BoardSection({ jobs, total }: { jobs: ListedJob[]; total: number }) {
  return (
    <section aria-labelledby="board" className="border-y bg-surface">
      <Container className="py-14">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
          <h2 id="board" className="font-display text-display-sm">
            {m.site_board_title()}
          </h2>
          <TextLink to="/jobs">{m.site_board_all({ count: total })}</TextLink>
        </div>
        {jobs.length === 0 && <p className="mt-4 text-ink-muted">{m.site_board_empty()}</p>}
        <ul className="mt-6 grid border-t sm:grid-cols-2 lg:grid-cols-3">
          {jobs.map((job) => (
            <li
              key={job.id}
              className="group relative flex flex-col border-b py-5 sm:px-6 sm:odd:border-r sm:odd:pl-0 lg:border-r lg:odd:pl-6 lg:nth-[3n]:border-r-0 lg:nth-[3n]:pr-0 lg:nth-[3n+1]:pl-0!"
            >
              <h3 className="font-semibold">
                <Link
                  to="/jobs/$jobSlug"
                  params={{ jobSlug: job.slug }}
                  className="rounded-base decoration-line-field underline-offset-4 group-hover:underline after:absolute after:inset-0"
                >
                  {job.title}
                </Link>
              </h3>
              <p className="mt-1 text-sm text-ink-muted">
                <FactLine facts={jobFacts(job)} />
              </p>
              {job.salary && (
                <p className="mt-auto pt-3 text-sm font-medium tabular-nums">
                  {salaryLabel(job.salary)}
                </p>
              )}
            </li>
          ))}
        </ul>
      </Container>
    </section>
  )
}
