import clsx from 'clsx'
import type { ComponentProps } from 'react'

/** A link inside text, for other sites and files; inside the product use TextLink. */
export function TextAnchor({ className, children, ...rest }: ComponentProps<'a'>) {
  return (
    <a
      {...rest}
      className={clsx(
        'rounded-[2px] font-medium text-primary underline decoration-primary/35 decoration-1 underline-offset-[0.2em] transition-colors hover:decoration-primary',
        className,
      )}
    >
      {children}
    </a>
  )
}
