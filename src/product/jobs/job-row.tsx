import { Link } from '@tanstack/react-router'
import { Avatar } from '#/ui/avatar.tsx'
import { FactLine } from '#/ui/fact-line.tsx'
import { Time } from '#/ui/time.tsx'
import type { ListedJob } from './contract.ts'
import { jobFacts, salaryLabel } from './job-labels.ts'
import { languageOf } from './language-of.ts'

/**
 * One job of a list; the whole line is the link. What Intl writes may differ by a space between the
 * server and a browser, which is not worth a second rendering.
 */
export function JobRow({ job, as: Title = 'h3' }: { job: ListedJob; as?: 'h2' | 'h3' }) {
  const about = `${job.title} ${job.summary}`
  return (
    <li className="group relative flex gap-4 border-b px-3 py-5 transition-colors last:border-b-0 hover:bg-surface sm:px-4">
      <Avatar name={job.company.name} size="lg" shape="square" />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <Title lang={languageOf(about)} className="min-w-0 text-lg font-semibold">
            <Link
              to="/jobs/$jobSlug"
              params={{ jobSlug: job.slug }}
              className="rounded-base decoration-line-field underline-offset-4 group-hover:underline after:absolute after:inset-0"
            >
              {job.title}
            </Link>
          </Title>
          {job.salary && (
            <p className="text-sm font-medium tabular-nums" suppressHydrationWarning>
              {salaryLabel(job.salary)}
            </p>
          )}
        </div>
        <p className="mt-0.5 text-sm text-ink-muted">
          <FactLine facts={jobFacts(job)} />
        </p>
        <p lang={languageOf(about)} className="mt-2 text-sm">
          {job.summary}
        </p>
        <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-xs text-ink-muted">
          {job.skills.slice(0, 4).map((skill) => (
            <span key={skill} className="rounded-[4px] border px-1.5 py-0.5">
              {skill}
            </span>
          ))}
          <Time value={job.publishedAt} format="relative" className="ml-auto text-ink-faint" />
        </div>
      </div>
    </li>
  )
}
