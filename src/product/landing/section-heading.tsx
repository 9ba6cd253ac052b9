import type { ReactNode } from 'react'

export function SectionHeading({
  id,
  kicker,
  children,
}: {
  id: string
  kicker: string
  children: ReactNode
}) {
  return (
    <>
      <p className="text-sm font-semibold text-primary">{kicker}</p>
      <h2 id={id} className="mt-3 max-w-xl font-display text-display-md">
        {children}
      </h2>
    </>
  )
}
