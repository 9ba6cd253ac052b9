import { Drawing } from '#/ui/drawings/drawing.tsx'

/** A line of a page, held under a glass. */
export function QuoteDrawing() {
  return (
    <Drawing>
      <path className="fill-canvas" d="M26 12h48l14 14v50H26z" />
      <path d="M74 12v14h14M36 30h28M36 66h40" />
      <path className="fill-primary-soft" d="M36 40h58v16H36z" />
      <path className="stroke-ink" d="M44 48h40" />
      <circle className="fill-accent stroke-none" cx="36" cy="48" r="5" />
      <path d="M14 76h92" />
    </Drawing>
  )
}
