import { Link } from '@tanstack/react-router'
import type { Section } from '#/define-section.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Status } from '#/ui/badge.tsx'
import { ButtonLink } from '#/ui/button-link.tsx'
import { Panel } from '#/ui/card.tsx'
import { FurrowsDrawing } from '#/ui/drawings/furrows.tsx'
import { FirstStep } from '#/ui/first-step.tsx'
import { TextLink } from '#/ui/text-link.tsx'
import type { OwnApplication } from './contract.ts'
import { statusName, statusTone } from './status-labels.ts'

const rowsShown = 4

export const applicationsSection: Section<unknown, unknown, OwnApplication[]> = {
  load: () => rpc.applications.mine(),
  show: (applications) =>
    applications.length > 0 ? <Applications applications={applications} /> : <FirstJob />,
}

const Applications = ({ applications }: { applications: OwnApplication[] }) => (
  <Panel
    title={m.applications_latest_applications()}
    flush
    actions={
      <ButtonLink size="sm" to="/jobs">
        {m.applications_jobs_action()}
      </ButtonLink>
    }
    footer={<TextLink to="/applications">{m.applications_open_applications()}</TextLink>}
  >
    <ul className="divide-y">
      {applications.slice(0, rowsShown).map(({ id, job, status }) => (
        <li
          key={id}
          className="relative flex items-center justify-between gap-4 px-4 py-3 hover:bg-ink/3"
        >
          <div className="min-w-0">
            <Link
              to="/applications/$applicationId"
              params={{ applicationId: id }}
              className="block truncate font-medium after:absolute after:inset-0"
            >
              {job.title}
            </Link>
            <p className="truncate text-ink-muted">{job.company}</p>
          </div>
          <Status tone={statusTone(status)}>{statusName(status)}</Status>
        </li>
      ))}
    </ul>
  </Panel>
)

const FirstJob = () => (
  <FirstStep
    drawing={<FurrowsDrawing />}
    title={m.applications_jobs_title()}
    text={m.applications_jobs_text()}
    action={<ButtonLink to="/jobs">{m.applications_jobs_action()}</ButtonLink>}
  />
)
