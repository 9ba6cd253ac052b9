import clsx from 'clsx'
import type { ReactNode } from 'react'

interface Fact {
  term: string
  value: ReactNode
}

/** Facts about one thing, a line each. */
export function DescriptionList({ facts, className }: { facts: Fact[]; className?: string }) {
  return (
    <dl className={clsx('divide-y', className)}>
      {facts.map((fact) => (
        <div
          key={fact.term}
          className="grid items-baseline gap-x-4 gap-y-0.5 py-2.5 sm:grid-cols-[minmax(7rem,1fr)_minmax(0,2.5fr)]"
        >
          <dt className="text-ink-muted">{fact.term}</dt>
          <dd className="min-w-0 tabular-nums">{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
