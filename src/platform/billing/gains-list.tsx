import clsx from 'clsx'
import Check from 'lucide-react/icons/check'

export function GainsList({ gains, className }: { gains: string[]; className?: string }) {
  return (
    <ul className={clsx('space-y-2', className)}>
      {gains.map((gain) => (
        <li key={gain} className="flex items-start gap-2.5">
          <Check aria-hidden="true" className="mt-[0.2em] size-4 shrink-0 text-primary" />
          {gain}
        </li>
      ))}
    </ul>
  )
}
