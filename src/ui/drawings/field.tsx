/** The closing picture: furrows that run to the horizon, and what has come up so far. */
export function FieldDrawing() {
  return (
    <svg
      viewBox="0 0 1200 220"
      fill="none"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      preserveAspectRatio="xMidYMax slice"
      className="mt-4 block min-h-44 w-full stroke-ink-muted"
    >
      <circle className="fill-accent stroke-none" cx="868" cy="66" r="22" />
      <path
        className="fill-primary-soft stroke-none"
        d="M0 112c180-22 380-30 600-30s420 8 600 30v108H0z"
      />
      <path d="M0 112c180-22 380-30 600-30s420 8 600 30" />
      <path d="M600 82v138M592 83 470 220M584 83 330 220M574 84 180 220M560 84 20 220M540 85 0 172M510 86 0 136M608 83l122 137M616 83l254 137M626 84l394 136M640 84l540 136M660 85l540 87M690 86l510 50" />
      <Sprout x={150} y={186} size={1.5} />
      <Sprout x={318} y={166} size={1.2} />
      <Sprout x={446} y={138} size={0.9} />
      <Sprout x={600} y={176} size={1.9} />
      <Sprout x={752} y={138} size={0.9} />
      <Sprout x={900} y={168} size={1.2} />
      <Sprout x={1060} y={188} size={1.5} />
    </svg>
  )
}

function Sprout({ x, y, size }: { x: number; y: number; size: number }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`} strokeWidth={1.5 / size}>
      <path d="M0 0c0-9-.5-15 1-24" />
      <path
        className="fill-canvas"
        d="M0-12c-3-9-10-13-20-13 0 10 8 15 20 13zM1-18c1-10 8-16 20-17 1 11-6 18-20 17z"
      />
    </g>
  )
}
