import { Drawing } from './drawing.tsx'

/** People who work together. */
export function TeamDrawing() {
  return (
    <Drawing>
      <path
        className="fill-canvas"
        d="M16 76V62a14 14 0 0 1 28 0v14zM76 76V62a14 14 0 0 1 28 0v14z"
      />
      <circle className="fill-canvas" cx="30" cy="38" r="8" />
      <circle className="fill-canvas" cx="90" cy="38" r="8" />
      <path className="fill-primary-soft" d="M42 76V56a18 18 0 0 1 36 0v20z" />
      <circle className="fill-canvas" cx="60" cy="26" r="10" />
      <circle className="fill-accent stroke-none" cx="60" cy="58" r="4.5" />
      <path d="M8 76h104" />
    </Drawing>
  )
}
