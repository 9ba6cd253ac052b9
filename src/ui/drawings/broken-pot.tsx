import { Drawing } from './drawing.tsx'

/** Something went wrong on our side. */
export function BrokenPotDrawing() {
  return (
    <Drawing>
      <path className="fill-primary-soft" d="M36 34h34l-5 9 6 8-8 8 3 9-4 8H44z" />
      <path d="M33 26h40l-3 8H33zM80 27h9v8h-6z" />
      <path className="fill-primary-soft" d="m79 43 9 0-6 33H71l5-8-4-8 8-9z" />
      <path d="M52 26c-1-8 1-13 6-17M58 9c-6-2-10-1-13 4 6 3 10 2 13-4zM58 9c1-4 5-6 10-5 0 5-4 7-10 5z" />
      <path d="M14 76h92M92 71h6M20 71h4M99 64h3" />
      <circle className="fill-accent stroke-none" cx="103" cy="22" r="5" />
    </Drawing>
  )
}
