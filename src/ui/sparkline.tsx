interface SparklineProps {
  /** What the line shows, with its last value; read aloud. */
  label: string
  values: number[]
  className?: string
}

/** The shape of a series, as small as a word. Starts at zero, so that heights compare. */
export function Sparkline({ label, values, className = 'h-6 w-24' }: SparklineProps) {
  const top = Math.max(...values, 1)
  const points = values.map((value, index) => {
    const x = values.length > 1 ? (index / (values.length - 1)) * 96 + 2 : 50
    return `${x.toFixed(1)},${(30 - (value / top) * 28).toFixed(1)}`
  })
  const [lastX, lastY] = (points.at(-1) ?? '2,30').split(',')
  return (
    <svg
      viewBox="0 0 100 32"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      className={className}
    >
      <polyline
        points={points.join(' ')}
        fill="none"
        vectorEffect="non-scaling-stroke"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-primary"
      />
      <path
        d={`M${lastX} ${lastY}h0`}
        vectorEffect="non-scaling-stroke"
        strokeWidth="5"
        strokeLinecap="round"
        className="stroke-accent"
      />
    </svg>
  )
}
