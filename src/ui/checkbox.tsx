import clsx from 'clsx'
import type { ComponentProps, ReactNode } from 'react'

type ChoiceProps = Omit<ComponentProps<'input'>, 'type' | 'children'> & {
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

/** For a setting that takes effect at once; inside a form that is sent, use Checkbox. */
export function Switch({ label, hint, className, ...rest }: ChoiceProps) {
  return (
    <label className="flex items-start justify-between gap-4 py-0.5 text-sm pointer-coarse:py-2">
      <span className="min-w-0">
        {label}
        {hint && <span className="block text-ink-muted">{hint}</span>}
      </span>
      <input
        {...rest}
        type="checkbox"
        // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- a checkbox has its own state
        role="switch"
        className={clsx(
          'relative h-5 w-9 shrink-0 appearance-none rounded-full border border-line-field bg-sunken transition-colors before:absolute before:top-[2px] before:left-[2px] before:size-3.5 before:rounded-full before:bg-ink-muted before:transition-transform checked:border-primary checked:bg-primary checked:before:translate-x-4 checked:before:bg-primary-ink disabled:opacity-50',
          className,
        )}
      />
    </label>
  )
}
