import { Drawing } from './drawing.tsx'

/** Nothing here yet, and it can grow. */
export function SeedlingDrawing() {
  return (
    <Drawing>
      <path className="fill-primary-soft stroke-none" d="M18 66c12-7 26-9 42-9s30 2 42 9v14H18z" />
      <path d="M10 68c14-8 31-11 50-11s36 3 50 11" />
      <path d="M24 75h9M44 72h6M58 79h12M80 73h7M93 78h6M34 82h5" />
      <path d="M60 57c0-10-.5-17 1-27" />
      <path className="fill-primary-soft" d="M60 43c-3-10-11-15-22-15 0 11 8 17 22 15z" />
      <path className="fill-primary-soft" d="M61 35c1-12 9-19 23-20 1 13-7 21-23 20z" />
      <path d="M60 43c-5-5-10-8-15-10M61 35c5-6 10-10 16-14" />
      <circle className="fill-accent stroke-none" cx="99" cy="18" r="5" />
    </Drawing>
  )
}
