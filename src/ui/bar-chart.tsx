import clsx from 'clsx'
import { formatNumber } from './format-number.ts'

interface Bar {
  label: string
  value: number
  /** Wants attention: drawn in marigold. */
  marked?: boolean
}

interface BarChartProps {
  /** What is counted; read aloud as the list's name. */
  label: string
  bars: Bar[]
  format?: (value: number) => string
}

/** Lying bars for a few named amounts. A list, so it is read aloud as one. */
export function BarChart({ label, bars, format = formatNumber }: BarChartProps) {
  const top = Math.max(...bars.map((bar) => bar.value), 1)
  return (
    <ul aria-label={label} className="space-y-2 text-sm">
      {bars.map((bar) => (
        <li
          key={bar.label}
          className="grid grid-cols-[minmax(5rem,9rem)_1fr_auto] items-center gap-3"
        >
          <span className="truncate text-ink-muted">{bar.label}</span>
          <span aria-hidden="true" className="h-2.5 rounded-[2px] bg-ink/6">
            <span
              className={clsx(
                'block h-full rounded-[2px]',
                bar.marked ? 'bg-accent' : 'bg-primary',
              )}
              style={{ width: `${(bar.value / top) * 100}%` }}
            />
          </span>
          <span className="min-w-8 text-right tabular-nums">{format(bar.value)}</span>
        </li>
      ))}
    </ul>
  )
}

interface ColumnChartProps extends Omit<BarChartProps, 'format'> {
  format?: (value: number) => string
}

/** Standing bars for a series over time: the first and last label are written, each has a hint. */
export function ColumnChart({ label, bars, format = formatNumber }: ColumnChartProps) {
  const top = Math.max(...bars.map((bar) => bar.value), 1)
  return (
    <figure className="text-xs text-ink-faint">
      <ul
        aria-label={label}
        className="flex h-28 items-end gap-px border-b border-line-strong sm:gap-1"
      >
        {bars.map((bar) => (
          <li
            key={bar.label}
            title={`${bar.label}: ${format(bar.value)}`}
            className="flex h-full flex-1 items-end"
          >
            <span className="sr-only">{`${bar.label}: ${format(bar.value)}`}</span>
            <span
              aria-hidden="true"
              className={clsx('w-full rounded-t-[2px]', bar.marked ? 'bg-accent' : 'bg-primary')}
              style={{ height: `${(bar.value / top) * 100}%` }}
            />
          </li>
        ))}
      </ul>
      <figcaption aria-hidden="true" className="mt-1.5 flex justify-between">
        <span>{bars[0]?.label}</span>
        <span>{bars.length > 1 && bars.at(-1)?.label}</span>
      </figcaption>
    </figure>
  )
}
