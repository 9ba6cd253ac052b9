import clsx from 'clsx'
import { Time } from '#/ui/time.tsx'

interface HistoryListProps {
  steps: { id: string; text: string; at: Date }[]
}

/** What happened, the newest first. */
export function HistoryList({ steps }: HistoryListProps) {
  return (
    <ol>
      {steps.toReversed().map((step, index) => (
        <li key={step.id} className="relative flex gap-3 pb-4 last:pb-0">
          <span
            aria-hidden="true"
            className={clsx(
              'relative z-1 mt-1.5 size-2 shrink-0 rounded-full border',
              index === 0 ? 'border-primary bg-primary' : 'border-line-field bg-surface',
            )}
          />
          {index < steps.length - 1 && (
            <span
              aria-hidden="true"
              className="absolute top-3 bottom-0 left-[3.5px] w-px bg-line"
            />
          )}
          <div className="min-w-0">
            <p className={clsx(index > 0 && 'text-ink-muted')}>{step.text}</p>
            <Time value={step.at} format="datetime" className="text-xs text-ink-muted" />
          </div>
        </li>
      ))}
    </ol>
  )
}
