import { Drawing } from './drawing.tsx'

/** Searched, and nothing found: an empty field under a glass. */
export function FurrowsDrawing() {
  return (
    <Drawing>
      <path className="fill-primary-soft stroke-none" d="M8 46h104v34H8z" />
      <path d="M8 46h104" />
      <path d="M52 46 8 74M56 46 34 80M60 46v34M64 46l22 34M68 46l44 28" />
      <circle className="fill-canvas" cx="66" cy="37" r="20" />
      <path d="m80 52 17 18" strokeWidth="3" />
      <path d="M52 42c9-2 19-2 28 0M57 47h3M66 49h4" />
      <path d="M55 30c2-4 5-6 9-7" />
      <circle className="fill-accent stroke-none" cx="22" cy="22" r="5" />
    </Drawing>
  )
}
