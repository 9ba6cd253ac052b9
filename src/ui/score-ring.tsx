import clsx from 'clsx'
import { m } from '#/i18n/messages.ts'

const sizes = { sm: 'size-9 text-xs', md: 'size-16 text-lg', lg: 'size-28 text-[2rem]' }

interface ScoreRingProps {
  /** 0 to 100. */
  score: number
  /** What is scored; read aloud before the number. */
  label: string
  size?: keyof typeof sizes
}

/** Green from 70 on, marigold below: the arc says how much, the colour where to look. */
export function ScoreRing({ score, label, size = 'md' }: ScoreRingProps) {
  const shown = Math.round(Math.min(100, Math.max(0, score)))
  return (
    <span
      role="img"
      aria-label={`${label}: ${m.ui_score_of({ score: shown })}`}
      className={clsx(
        'relative inline-flex shrink-0 items-center justify-center font-semibold tracking-tight tabular-nums',
        sizes[size],
      )}
    >
      <svg
        viewBox="0 0 40 40"
        fill="none"
        aria-hidden="true"
        className="absolute inset-0 -rotate-90"
      >
        <circle cx="20" cy="20" r="18" strokeWidth="3" className="stroke-ink/10" />
        {shown > 0 && (
          <circle
            cx="20"
            cy="20"
            r="18"
            pathLength="100"
            strokeWidth="3"
            strokeLinecap="round"
            strokeDasharray={`${shown} 100`}
            className={shown >= 70 ? 'stroke-primary' : 'stroke-accent'}
          />
        )}
      </svg>
      <span aria-hidden="true">{shown}</span>
    </span>
  )
}
