import clsx from 'clsx'
import type { ComponentProps, ReactNode } from 'react'
import { useEarlyInput } from './early-input.ts'

/** The bound of everything that is filled in by typing; 16 px on phones, or iOS zooms in. */
export const controlClass =
  'w-full rounded-base border border-line-field bg-raised text-ink transition-colors hover:border-ink-muted focus-visible:border-focus focus-visible:outline-1 focus-visible:outline-offset-0 aria-invalid:border-danger aria-invalid:focus-visible:outline-danger disabled:bg-sunken disabled:text-ink-faint max-sm:text-base sm:text-sm'

function BareInput({ ref, ...rest }: ComponentProps<'input'>) {
  const control = useEarlyInput(ref)
  return <input {...rest} ref={control} />
}

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return (
    <BareInput
      {...rest}
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
  /** At the start: an icon, or words that belong before what is typed, such as "/companies/". */
  start?: ReactNode
  /** At the end: a unit, or a small button. */
  end?: ReactNode
}

/** An input with something inside its bound. */
export function InputGroup({ start, end, className, ...rest }: InputGroupProps) {
  if (typeof start === 'string') {
    return <PrefixedInput {...rest} prefix={start} end={end} className={className} />
  }
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

/** The words take the room that they need, so the bound is the row's; a press on them is in the field. */
function PrefixedInput({
  prefix,
  end,
  className,
  ...rest
}: Omit<InputGroupProps, 'start' | 'prefix'> & { prefix: string }) {
  return (
    <div
      className={clsx(
        'flex h-9 w-full items-center rounded-base border border-line-field bg-raised text-ink transition-colors hover:border-ink-muted has-focus-visible:border-focus has-focus-visible:outline-1 has-focus-visible:outline-focus has-aria-invalid:border-danger has-aria-invalid:has-focus-visible:outline-danger has-disabled:bg-sunken has-disabled:text-ink-faint max-sm:text-base sm:text-sm pointer-coarse:h-11',
        className,
      )}
    >
      <label htmlFor={rest.id} className="cursor-text pl-3 text-ink-muted select-none">
        {prefix}
      </label>
      <BareInput {...rest} className="h-full min-w-0 flex-1 bg-transparent pr-3 outline-none" />
      {end && <span className="pr-1 text-ink-faint">{end}</span>}
    </div>
  )
}
