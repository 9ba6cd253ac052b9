import { useBlocker } from '@tanstack/react-router'
import { m } from '#/i18n/messages.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'

/**
 * Asks before the page is left while something on it would be lost: with a dialog inside the app,
 * with the browser's own question when the tab is closed or reloaded. A navigation that nothing may
 * stop says `ignoreBlocker`.
 */
export function LeaveGuard({ hasChanges }: { hasChanges: () => boolean }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && hasChanges(),
    enableBeforeUnload: hasChanges,
    withResolver: true,
  })
  return (
    <ConfirmDialog
      open={status === 'blocked'}
      onOpenChange={(open) => {
        if (!open) reset?.()
      }}
      title={m.ui_leave_question()}
      confirm={m.ui_leave()}
      dismiss={m.ui_leave_not()}
      onConfirm={() => proceed?.()}
    >
      {m.ui_leave_text()}
    </ConfirmDialog>
  )
}
