import { Drawing } from './drawing.tsx'

/** A mail is on its way, or none has come. */
export function LetterDrawing() {
  return (
    <Drawing>
      <path className="fill-primary-soft stroke-none" d="M26 30h68v44H26z" />
      <path d="M26 30h68v44H26z" />
      <path d="m26 31 34 26 34-26M26 74l25-24M94 74 69 50" />
      <path d="M8 40h10M4 52h14M10 64h8" />
      <circle className="fill-accent stroke-none" cx="94" cy="28" r="6" />
    </Drawing>
  )
}
