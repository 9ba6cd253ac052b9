import type { ReactNode } from 'react'

/**
 * The frame of all drawings: 120 x 88 units, one pen. Inside, `stroke-none fill-primary-soft` lays
 * a ground tint and `fill-accent` is the one spot of marigold.
 */
export function Drawing({ children }: { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 120 88"
      fill="none"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className="h-22 w-30 stroke-ink-muted"
    >
      {children}
    </svg>
  )
}
