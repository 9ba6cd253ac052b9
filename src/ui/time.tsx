import { formatDate, formatRelative } from './format-date.ts'
import type { DateFormat, Instant } from './format-date.ts'
import { useHydrated } from './use-hydrated.ts'

interface TimeProps {
  value: Instant
  format?: DateFormat | 'relative'
  className?: string
}

/**
 * A moment. The server does not know the viewer's zone, so it writes UTC and the browser corrects
 * that after hydration; relative times may differ by the seconds in between, which is not worth a
 * warning.
 */
export function Time({ value, format = 'date', className }: TimeProps) {
  const timeZone = useHydrated() ? undefined : 'UTC'
  return (
    <time
      dateTime={new Date(value).toISOString()}
      title={format === 'relative' ? formatDate(value, 'full', timeZone) : undefined}
      className={className}
      suppressHydrationWarning
    >
      {format === 'relative'
        ? formatRelative(value, Date.now())
        : formatDate(value, format, timeZone)}
    </time>
  )
}
