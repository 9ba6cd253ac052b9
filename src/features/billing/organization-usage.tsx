import { m } from '#/i18n/messages.ts'
import { Card } from '#/ui/card.tsx'
import { formatDate } from '#/ui/format-date.ts'
import { formatNumber } from '#/ui/format-number.ts'
import { Notice } from '#/ui/notice.tsx'
import { Progress } from '#/ui/progress.tsx'
import type { OrganizationUsage as Usage } from './contract.ts'

/** What of the plan of an organisation is used, and what it means when it is all of it. */
export function OrganizationUsage({ usage }: { usage: Usage }) {
  const { publishedJobs, candidateQuestions: questions } = usage
  const date = formatDate(questions.resetsAt, 'date', 'UTC')
  return (
    <Card className="space-y-5 px-5 py-5">
      <h2 className="font-semibold">{m.billing_usage_title()}</h2>
      <div className="space-y-3">
        <Meter label={m.billing_usage_jobs()} {...publishedJobs} />
        {publishedJobs.used > publishedJobs.limit && (
          <p className="text-ink-muted">{m.billing_usage_jobs_over()}</p>
        )}
      </div>
      <div className="space-y-3">
        <Meter label={m.billing_usage_questions()} {...questions} />
        {questions.used >= questions.limit ? (
          <Notice tone="warning">{m.billing_usage_questions_gone({ date })}</Notice>
        ) : (
          <p className="text-ink-muted">{m.billing_usage_questions_resets({ date })}</p>
        )}
      </div>
    </Card>
  )
}

function Meter({ label, used, limit }: { label: string; used: number; limit: number }) {
  return (
    <Progress
      label={label}
      value={Math.min(used, limit)}
      max={limit}
      detail={m.billing_usage_of({ used: formatNumber(used), limit: formatNumber(limit) })}
      tone={used >= limit ? 'accent' : 'primary'}
    />
  )
}
