import clsx from 'clsx'
import type { ComponentProps } from 'react'
import { useEarlyInput } from './early-input.ts'
import { controlClass } from './input.tsx'

/** Grows with its text where the browser can; `rows` is the least. */
export function Textarea({ className, rows = 4, ref, ...rest }: ComponentProps<'textarea'>) {
  const control = useEarlyInput(ref)
  return (
    <textarea
      {...rest}
      ref={control}
      rows={rows}
      style={{ minHeight: `${rows * 1.375 + 1}rem` }}
      className={clsx(
        controlClass,
        'field-sizing-content max-h-[32rem] px-3 py-2 leading-[1.375rem]',
        className,
      )}
    />
  )
}
