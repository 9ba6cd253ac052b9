import { Drawing } from '#/ui/drawings/drawing.tsx'

/** A page is read, and what it says is sorted: roots that run from its lines to what was found. */
export function ReadingDrawing() {
  return (
    <Drawing>
      <path className="fill-canvas" d="M20 14h36l12 12v50H20z" />
      <path d="M56 14v12h12M29 26h16M29 46h20M29 66h14" />
      <path className="stroke-ink" d="M29 36h30M29 56h30" />
      <path d="M59 36c14 0 12-14 30-14M59 36c14 0 16 8 30 8M59 56c14 0 16-12 30-12M59 56c14 0 14 10 30 10" />
      <circle className="fill-primary-soft" cx="94" cy="22" r="5" />
      <circle className="fill-accent stroke-none" cx="95" cy="44" r="6" />
      <circle className="fill-primary-soft" cx="94" cy="66" r="5" />
      <path d="M14 76h92" />
    </Drawing>
  )
}
