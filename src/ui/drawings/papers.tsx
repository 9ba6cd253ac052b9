import { Drawing } from './drawing.tsx'

/** No document yet. */
export function PapersDrawing() {
  return (
    <Drawing>
      <path className="fill-canvas" d="m44 18 38-7 11 56-38 7z" />
      <path className="fill-primary-soft" d="M32 16h32l12 12v48H32z" />
      <path className="fill-canvas" d="M64 16v12h12z" />
      <path d="M40 38h22M40 46h28M40 54h28M40 62h16" />
      <circle className="fill-accent stroke-none" cx="44" cy="27" r="4.5" />
      <path d="M14 76h92" />
    </Drawing>
  )
}
