import clsx from 'clsx'
import type { ReactNode } from 'react'
import { hearEarlyInput } from './early-input.ts'

interface Segment<Value extends string> {
  value: Value
  label: string
  /** Shown instead of the label, which is still read aloud. */
  icon?: ReactNode
}

interface SegmentedControlProps<Value extends string> {
  /** What is chosen here; read aloud. */
  label: string
  name: string
  segments: Segment<Value>[]
  value?: Value
  defaultValue?: Value
  onChange?: (value: Value) => void
  className?: string
}

/** Radio buttons side by side, for two to five short choices. */
export function SegmentedControl<Value extends string>({
  label,
  name,
  segments,
  value,
  defaultValue,
  onChange,
  className,
}: SegmentedControlProps<Value>) {
  return (
    <fieldset
      className={clsx(
        'inline-flex h-9 items-stretch rounded-base border border-line bg-sunken p-0.5 pointer-coarse:h-11',
        className,
      )}
    >
      <legend className="sr-only">{label}</legend>
      {segments.map((segment) => (
        <label
          key={segment.value}
          title={segment.icon ? segment.label : undefined}
          className="relative flex min-w-8 items-center justify-center rounded-[4px] border border-transparent px-2.5 text-sm font-medium text-ink-muted transition-colors hover:text-ink has-checked:border-line-strong has-checked:bg-raised has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus pointer-coarse:min-w-11 [&_svg]:size-4"
        >
          <input
            ref={hearEarlyInput}
            type="radio"
            autoComplete="off"
            name={name}
            value={segment.value}
            className="sr-only"
            {...(value === undefined
              ? { defaultChecked: segment.value === defaultValue }
              : { checked: segment.value === value })}
            onChange={() => onChange?.(segment.value)}
          />
          {segment.icon ? (
            <>
              {segment.icon}
              <span className="sr-only">{segment.label}</span>
            </>
          ) : (
            segment.label
          )}
        </label>
      ))}
    </fieldset>
  )
}
