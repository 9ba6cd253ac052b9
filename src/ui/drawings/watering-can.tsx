import { Drawing } from './drawing.tsx'

/** Something is being seen to, and will go on by itself. */
export function WateringCanDrawing() {
  return (
    <Drawing>
      <path className="fill-primary-soft" d="M50 40h34l3 36H47z" />
      <path d="M55 40c1-13 23-13 24 0M85 47c16-3 17 22 1 23" />
      <path d="M48 62 30 45M47 70 24 50" />
      <path className="fill-primary-soft" d="m20 52 13-10 2 2-13 10z" />
      <path d="M20 60v3M25 64v3M16 66v3M21 70v2" />
      <path d="M14 76h92" />
      <circle className="fill-accent stroke-none" cx="103" cy="20" r="5" />
    </Drawing>
  )
}
