import clsx from 'clsx'

interface ProgressProps {
  label: string
  /** From 0 to `max`; left out while nobody knows how long it takes. */
  value?: number
  max?: number
  /** What stands at the end of the label's line; the percentage unless given. */
  detail?: string
  hideLabel?: boolean
  /** Marigold instead of green: close to a limit. */
  tone?: 'primary' | 'accent'
}

export function Progress({
  label,
  value,
  max = 100,
  detail,
  hideLabel,
  tone = 'primary',
}: ProgressProps) {
  const share = value === undefined ? undefined : Math.min(1, Math.max(0, value / max))
  const fill = tone === 'primary' ? 'bg-primary' : 'bg-accent'
  return (
    <div className="text-sm">
      {!hideLabel && (
        <div className="mb-1.5 flex justify-between gap-4">
          <span className="line-clamp-2 min-w-0 wrap-anywhere">{label}</span>
          <span className="shrink-0 text-ink-muted tabular-nums">
            {detail ?? (share === undefined ? '' : `${Math.round(share * 100)} %`)}
          </span>
        </div>
      )}
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={detail}
        className="h-1.5 overflow-hidden rounded-full bg-ink/10"
      >
        <div
          className={clsx(
            'h-full rounded-full',
            fill,
            share === undefined ? 'w-1/3 animate-indeterminate' : 'transition-[width] duration-200',
          )}
          style={share === undefined ? undefined : { width: `${share * 100}%` }}
        />
      </div>
    </div>
  )
}
