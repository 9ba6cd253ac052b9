import clsx from 'clsx'
import type { ComponentProps } from 'react'

const widths = { narrow: 'max-w-2xl', text: 'max-w-3xl', wide: 'max-w-6xl' }

/** The column of a public page. */
export function Container({
  width = 'wide',
  className,
  ...rest
}: ComponentProps<'div'> & { width?: keyof typeof widths }) {
  return <div {...rest} className={clsx('mx-auto w-full px-5 sm:px-8', widths[width], className)} />
}
