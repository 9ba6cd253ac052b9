import { Drawing } from './drawing.tsx'

/** There is something behind it, but not for you, or not here. */
export function GateDrawing() {
  return (
    <Drawing>
      <path
        className="fill-primary-soft stroke-none"
        d="M6 62c18-12 38-16 54-16s36 4 54 16v14H6z"
      />
      <path d="M6 62c18-12 38-16 54-16s36 4 54 16" />
      <path className="fill-canvas" d="M24 32h6v44h-6zM90 32h6v44h-6z" />
      <path className="fill-canvas" d="M30 40h60v6H30zM30 52h60v6H30zM30 64h60v6H30z" />
      <path d="m32 69 56-28" />
      <path d="M10 76h100" />
      <circle className="fill-accent stroke-none" cx="60" cy="22" r="5" />
    </Drawing>
  )
}
