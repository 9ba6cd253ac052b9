import clsx from 'clsx'
import type { ReactNode } from 'react'
import { m } from '#/i18n/messages.ts'
import { FactLine } from './fact-line.tsx'

/** A part of the product, drawn with its own components; the caption says what it is. */
export function FigureFrame({
  caption,
  className,
  children,
}: {
  caption: string
  className?: string
  children: ReactNode
}) {
  return (
    <figure className={clsx('min-w-0 text-sm', className)}>
      <div className="overflow-hidden rounded-base border border-line-strong bg-raised">
        {children}
      </div>
      <figcaption className="mt-2.5 text-xs text-ink-faint">
        <FactLine facts={[caption, m.ui_example()]} />
      </figcaption>
    </figure>
  )
}
