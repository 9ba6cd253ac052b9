import clsx from 'clsx'
import Check from 'lucide-react/icons/check'
import type { Plan } from './plans.ts'
import { gainsOf } from './plan-texts.ts'

export function GainsList({ plan, className }: { plan: Plan; className?: string }) {
  return (
    <ul className={clsx('space-y-2', className)}>
      {gainsOf(plan).map((gain) => (
        <li key={gain} className="flex items-start gap-2.5">
          <Check aria-hidden="true" className="mt-[0.2em] size-4 shrink-0 text-primary" />
          {gain}
        </li>
      ))}
    </ul>
  )
}
