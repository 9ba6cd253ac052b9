import clsx from 'clsx'
import type { ComponentProps, ReactNode } from 'react'
import { useEarlyInput } from './early-input.ts'

/** The bound of everything that is filled in by typing; 16 px on phones, or iOS zooms in. */
export const controlClass =
  'w-full rounded-base border border-line-field bg-raised text-ink transition-colors hover:border-ink-muted focus-visible:border-focus focus-visible:outline-1 focus-visible:outline-offset-0 aria-invalid:border-danger aria-invalid:focus-visible:outline-danger disabled:bg-sunken disabled:text-ink-faint max-sm:text-base sm:text-sm'

export function Input({ className, ref, ...rest }: ComponentProps<'input'>) {
  const control = useEarlyInput(ref)
  return (
    <input
      {...rest}
      ref={control}
      className={clsx(
        controlClass,
        'h-9 px-3 file:mr-3 file:font-medium pointer-coarse:h-11',
        rest.type === 'file' && 'py-1.5',
        className,
      )}
    />
  )
}

type InputGroupProps = ComponentProps<'input'> & {
  /** Decoration at the start: an icon, or a unit such as "€". */
  start?: ReactNode
  /** At the end: a unit, or a small button. */
  end?: ReactNode
}

/** An input with something inside its bound. */
export function InputGroup({ start, end, className, ...rest }: InputGroupProps) {
  return (
    <div className={clsx('relative', className)}>
      {start && (
        <span className="pointer-events-none absolute inset-y-0 left-0 flex w-9 items-center justify-center text-sm text-ink-faint [&_svg]:size-4">
          {start}
        </span>
      )}
      <Input {...rest} className={clsx(start && 'pl-9', end && 'pr-10')} />
      {end && (
        <span className="absolute inset-y-0 right-0 flex items-center justify-center pr-1 text-sm text-ink-faint">
          {end}
        </span>
      )}
    </div>
  )
}
