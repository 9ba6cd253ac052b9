import { useSyncExternalStore } from 'react'
import { formatDate, formatRelative } from './format-date.ts'
import type { DateFormat, Instant } from './format-date.ts'
import { useHydrated } from './use-hydrated.ts'

const minute = 60_000
const thisMinute = () => Math.ceil(Date.now() / minute) * minute

function everyMinute(onChange: () => void) {
  const timer = setInterval(onChange, minute)
  return () => clearInterval(timer)
}

const never = () => () => {}

interface TimeProps {
  value: Instant
  format?: DateFormat | 'relative'
  className?: string
}

/**
 * A moment. The server knows neither the viewer's zone nor when its HTML is read, so it writes UTC
 * and its own now. React does not repair text that differs while it hydrates; the new key does.
 */
export function Time({ value, format = 'date', className }: TimeProps) {
  const isRelative = format === 'relative'
  const hydrated = useHydrated()
  const now = useSyncExternalStore(isRelative ? everyMinute : never, thisMinute, thisMinute)
  const timeZone = hydrated ? undefined : 'UTC'
  // Nobody points at it before hydration, and on the server it is most of the cost.
  const title = isRelative && hydrated ? formatDate(value, 'full') : undefined
  return (
    <time
      key={hydrated ? 'viewer' : 'server'}
      dateTime={new Date(value).toISOString()}
      title={title}
      className={className}
      suppressHydrationWarning
    >
      {isRelative ? formatRelative(value, now) : formatDate(value, format, timeZone)}
    </time>
  )
}
