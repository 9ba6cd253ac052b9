import clsx from 'clsx'
import ChevronDown from 'lucide-react/icons/chevron-down'
import type { ComponentProps } from 'react'
import { useEarlyInput } from './early-input.ts'
import { controlClass } from './input.tsx'

export interface Option {
  value: string
  label: string
  disabled?: boolean
}

type SelectProps = Omit<ComponentProps<'select'>, 'children' | 'multiple'> & {
  options: Option[]
  /** A first entry with the value ''. */
  placeholder?: string
}

/** The browser's own select: works on phones, with the keyboard, and before hydration. */
export function Select({ options, placeholder, className, ref, ...rest }: SelectProps) {
  const control = useEarlyInput(ref)
  return (
    <span className={clsx('relative block', className)}>
      <select
        {...rest}
        ref={control}
        className={clsx(controlClass, 'h-9 appearance-none truncate pr-9 pl-3 pointer-coarse:h-11')}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-ink-faint"
      />
    </span>
  )
}
