import clsx from 'clsx'
import type { ReactNode } from 'react'

interface Fact {
  term: string
  value: ReactNode
}

interface DescriptionListProps {
  facts?: Fact[]
  /** More DescriptionRows, below the facts. */
  children?: ReactNode
  className?: string
}

/** Facts about one thing, a line each. */
export function DescriptionList({ facts, children, className }: DescriptionListProps) {
  return (
    <dl className={clsx('divide-y', className)}>
      {facts?.map(({ term, value }) => (
        <DescriptionRow key={term} term={term}>
          {value}
        </DescriptionRow>
      ))}
      {children}
    </dl>
  )
}

export const DescriptionRow = ({ term, children }: { term: string; children: ReactNode }) => (
  <div className="grid items-baseline gap-x-4 gap-y-0.5 py-2.5 sm:grid-cols-[minmax(7rem,1fr)_minmax(0,2.5fr)]">
    <dt className="text-ink-muted">{term}</dt>
    <dd className="min-w-0 tabular-nums">{children}</dd>
  </div>
)
