import clsx from 'clsx'
import type { ComponentProps, ReactNode } from 'react'
import { hearEarlyInput } from './early-input.ts'

type ChoiceProps = Omit<ComponentProps<'input'>, 'type' | 'children' | 'ref'> & {
  label: ReactNode
  hint?: ReactNode
}

/* A check drawn as a clip, so that it takes the theme's colour. */
const check =
  'before:size-full before:scale-0 before:bg-primary-ink before:transition-transform checked:before:scale-100 before:[clip-path:polygon(19%_50%,28%_41%,43%_56%,73%_25%,82%_34%,43%_74%)]'

const box =
  'grid shrink-0 appearance-none place-items-center border border-line-field bg-raised transition-colors enabled:hover:border-ink-muted checked:border-primary checked:bg-primary enabled:checked:hover:border-primary-hover enabled:checked:hover:bg-primary-hover aria-invalid:border-danger disabled:opacity-50'

function Choice({
  label,
  hint,
  control,
}: {
  label: ReactNode
  hint?: ReactNode
  control: ReactNode
}) {
  return (
    <label className="flex items-start gap-2.5 py-0.5 text-sm pointer-coarse:py-2">
      {control}
      <span className="min-w-0">
        {label}
        {hint && <span className="block text-ink-muted">{hint}</span>}
      </span>
    </label>
  )
}

/** Without `value` a form sees a boolean; with `value`, those of one name become a list. */
export function Checkbox({ label, hint, className, ...rest }: ChoiceProps) {
  return (
    <Choice
      label={label}
      hint={hint}
      control={
        <input
          {...rest}
          ref={hearEarlyInput}
          type="checkbox"
          className={clsx(box, check, 'mt-px size-[1.125rem] rounded-[4px]', className)}
        />
      }
    />
  )
}

export function Radio({ label, hint, className, ...rest }: ChoiceProps & { value: string }) {
  return (
    <Choice
      label={label}
      hint={hint}
      control={
        <input
          {...rest}
          ref={hearEarlyInput}
          type="radio"
          className={clsx(
            box,
            'mt-px size-[1.125rem] rounded-full before:size-1.5 before:scale-0 before:rounded-full before:bg-primary-ink before:transition-transform checked:before:scale-100',
            className,
          )}
        />
      }
    />
  )
}
