import clsx from 'clsx'
import type { ReactNode } from 'react'

export type Tone = 'neutral' | 'primary' | 'accent' | 'success' | 'info' | 'danger'

const soft: Record<Tone, string> = {
  neutral: 'bg-ink/7 text-ink-muted',
  primary: 'bg-primary-soft text-primary',
  accent: 'bg-accent-soft text-accent-ink',
  success: 'bg-success-soft text-success',
  info: 'bg-info-soft text-info',
  danger: 'bg-danger-soft text-danger',
}

const dots: Record<Tone, string> = {
  neutral: 'border-line-field',
  primary: 'border-primary bg-primary',
  accent: 'border-accent bg-accent',
  success: 'border-success bg-success',
  info: 'border-info bg-info',
  danger: 'border-danger bg-danger',
}

/** A short mark: a plan, a count, "New". For the state of a row use Status. */
export function Badge({
  tone = 'neutral',
  className,
  children,
}: {
  tone?: Tone
  className?: string
  children: ReactNode
}) {
  return (
    <span
      className={clsx(
        'inline-flex h-5 items-center gap-1 rounded-[4px] px-1.5 text-xs font-medium whitespace-nowrap tabular-nums [&_svg]:size-3',
        soft[tone],
        className,
      )}
    >
      {children}
    </span>
  )
}

/** The state of a thing: a dot and a word. A neutral dot is hollow: nothing has happened yet. */
export function Status({
  tone = 'neutral',
  className,
  children,
}: {
  tone?: Tone
  className?: string
  children: ReactNode
}) {
  return (
    <span className={clsx('inline-flex items-center gap-2 whitespace-nowrap', className)}>
      <span aria-hidden="true" className={clsx('size-2 rounded-full border-[1.5px]', dots[tone])} />
      {children}
    </span>
  )
}
