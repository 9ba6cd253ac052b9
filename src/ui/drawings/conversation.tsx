import { Drawing } from './drawing.tsx'

/** Nobody has asked anything yet. */
export function ConversationDrawing() {
  return (
    <Drawing>
      <path className="fill-canvas" d="M52 14h54v32h-8v10L87 46H52z" />
      <path className="fill-primary-soft" d="M14 30h56v34H38L26 76V64H14z" />
      <path d="M24 42h36M24 51h24M80 26h16M80 34h10" />
      <circle className="fill-accent stroke-none" cx="60" cy="21" r="3.5" />
    </Drawing>
  )
}
