import { m } from '#/i18n/messages.ts'
import { Avatar } from '#/ui/avatar.tsx'
import { Status } from '#/ui/badge.tsx'
import { ScoreRing } from '#/ui/score-ring.tsx'
import { FigureFrame } from '#/ui/figure-frame.tsx'
import type { OpenStatus } from './application-statuses.ts'
import { stageName, statusTone } from './status-labels.ts'

type Column = { status: OpenStatus; people: { name: string; score?: number }[] }

/** Applications to one job, drawn with the parts of the board, for the landing page. */
export function PipelineFigure({ jobTitle }: { jobTitle?: string }) {
  const columns: Column[] = [
    {
      status: 'new',
      people: [
        { name: 'Mara Lindqvist', score: 68 },
        { name: 'Jonas Petri' },
        { name: 'Ana Sousa', score: 81 },
      ],
    },
    {
      status: 'in_review',
      people: [
        { name: 'Clara Weiss', score: 74 },
        { name: 'Tomasz Król', score: 59 },
      ],
    },
    {
      status: 'interview',
      people: [
        { name: 'Beatriz Nunes', score: 88 },
        { name: 'Ola Adeyemi', score: 77 },
      ],
    },
    {
      status: 'offer',
      people: [{ name: 'Henrik Vogt', score: 90 }],
    },
  ]
  return (
    <FigureFrame caption={m.applications_figure()} className="mt-10">
      {jobTitle && <p className="border-b px-5 py-3 font-semibold">{jobTitle}</p>}
      <div className="grid sm:grid-cols-2 lg:grid-cols-4">
        {columns.map(({ status, people }) => (
          <div
            key={status}
            className="border-line p-4 max-lg:sm:odd:border-r max-lg:sm:nth-[n+3]:border-t max-sm:not-first:border-t lg:not-last:border-r"
          >
            <p className="flex items-center justify-between font-medium">
              <Status tone={statusTone(status)}>{stageName(status)}</Status>
              <span className="text-ink-faint tabular-nums">{people.length}</span>
            </p>
            <ul className="mt-3 space-y-2">
              {people.map(({ name, score }) => (
                <li
                  key={name}
                  className="flex items-center gap-2.5 rounded-base border bg-surface px-3 py-2"
                >
                  <Avatar name={name} size="sm" />
                  <span className="min-w-0 flex-1 truncate">{name}</span>
                  {score !== undefined && (
                    <ScoreRing score={score} label={m.applications_figure_score()} size="sm" />
                  )}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </FigureFrame>
  )
}
