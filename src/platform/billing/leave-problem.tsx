import { Notice } from '#/ui/notice.tsx'
import type { useLeave } from './use-leave.ts'

interface LeaveProblemProps {
  leaving: ReturnType<typeof useLeave>
  /** The names of the buttons that it stands beside. */
  buttons: readonly string[]
  className?: string
}

/** Why the page of the button that was pressed did not open. */
export const LeaveProblem = ({ leaving: { problem }, buttons, className }: LeaveProblemProps) =>
  problem &&
  buttons.includes(problem.button) && (
    <Notice tone="danger" role="alert" className={className}>
      {problem.sentence}
    </Notice>
  )
