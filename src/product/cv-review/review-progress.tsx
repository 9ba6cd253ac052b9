import Check from 'lucide-react/icons/check'
import clsx from 'clsx'
import { m } from '#/i18n/messages.ts'
import { Card } from '#/ui/card.tsx'
import { Progress } from '#/ui/progress.tsx'
import { Spinner } from '#/ui/spinner.tsx'
import { VisuallyHidden } from '#/ui/visually-hidden.tsx'
import type { Review } from './contract.ts'

export function ReviewProgress({ status }: { status: Review['status'] }) {
  const judging = status === 'judging'
  return (
    <Card className="space-y-5 p-4">
      <div>
        <h2 className="text-lg leading-6 font-semibold">{m.cv_review_working_title()}</h2>
        <p className="mt-1 text-ink-muted">{m.cv_review_working_hint()}</p>
      </div>
      <Progress hideLabel label={m.cv_review_working_title()} />
      <ol role="status" className="space-y-2">
        <Step label={m.cv_review_step_reading()} state={judging ? 'done' : 'now'} />
        <Step label={m.cv_review_step_judging()} state={judging ? 'now' : 'later'} />
      </ol>
    </Card>
  )
}

function Step({ label, state }: { label: string; state: 'done' | 'now' | 'later' }) {
  return (
    <li className={clsx('flex items-center gap-2.5', state === 'later' && 'text-ink-muted')}>
      <span className="flex size-5 shrink-0 items-center justify-center">
        {state === 'done' && <Check aria-hidden="true" className="size-4 text-primary" />}
        {state === 'now' && <Spinner />}
        {state === 'later' && (
          <span
            aria-hidden="true"
            className="size-2 rounded-full border-[1.5px] border-line-field"
          />
        )}
      </span>
      {label}
      {state !== 'later' && (
        <VisuallyHidden>
          {state === 'done' ? m.cv_review_step_done() : m.cv_review_step_now()}
        </VisuallyHidden>
      )}
    </li>
  )
}
