import clsx from 'clsx'
import { type ComponentProps, type ReactNode, useId } from 'react'

type SwitchProps = Omit<ComponentProps<'input'>, 'type' | 'role' | 'children' | 'checked'> & {
  checked: boolean
  label: ReactNode
  hint?: ReactNode
}

/** Takes effect at once, without a button to save; for a part of a form use a checkbox. */
export function Switch({ label, hint, className, ...rest }: SwitchProps) {
  const hintId = useId()
  return (
    <div className={clsx('flex items-start justify-between gap-6', className)}>
      <div className="min-w-0">
        <label htmlFor={`${hintId}-switch`} className="font-medium">
          {label}
        </label>
        {hint && (
          <p id={hintId} className="text-sm text-ink-muted">
            {hint}
          </p>
        )}
      </div>
      <span className="grid shrink-0 place-items-center pointer-coarse:p-2">
        <input
          {...rest}
          id={`${hintId}-switch`}
          type="checkbox"
          role="switch"
          aria-checked={rest.checked}
          aria-describedby={hint ? hintId : undefined}
          className="h-6 w-10 cursor-pointer appearance-none rounded-full border border-line-field bg-raised p-[3px] transition-colors before:block before:size-4 before:rounded-full before:bg-ink-muted before:transition-transform enabled:hover:border-ink-muted checked:border-primary checked:bg-primary checked:before:translate-x-4 checked:before:bg-primary-ink enabled:checked:hover:bg-primary-hover disabled:cursor-default disabled:opacity-50"
        />
      </span>
    </div>
  )
}
