import { AlertDialog } from '@base-ui/react/alert-dialog'
import { useId, useState } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { m } from '#/i18n/messages.ts'
import { Button } from './button.tsx'
import { backdropClass } from './dialog.tsx'
import { explainFailure } from './explain-failure.ts'
import type { Problem } from './form.tsx'
import { Input } from './input.tsx'
import { Notice } from './notice.tsx'

interface ConfirmDialogProps {
  trigger?: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** A question: "Delete this job?" */
  title: ReactNode
  /** What will be lost, and what will not. */
  children: ReactNode
  /** What the button does: "Delete job". */
  confirm: string
  /** What the other button says, where "Cancel" could be misread. */
  dismiss?: string
  tone?: 'danger' | 'primary'
  /** When given, this name has to be typed before the button works. */
  typedName?: string
  /** What gets the focus at the end, when the button that began it may be gone by then. */
  finalFocus?: () => HTMLElement | null
  /** Closes when it is done; a returned sentence is shown and keeps the dialog open. */
  onConfirm: () => Promise<Problem | undefined | void> | void
}

/** Asks before something that cannot be taken back. Where it can, do it and offer "Undo" in a toast. */
export function ConfirmDialog({
  trigger,
  open: openFromOutside,
  onOpenChange,
  title,
  children,
  confirm,
  dismiss = m.ui_cancel(),
  tone = 'danger',
  typedName,
  finalFocus,
  onConfirm,
}: ConfirmDialogProps) {
  const [openInside, setOpenInside] = useState(false)
  const open = openFromOutside ?? openInside
  const [typed, setTyped] = useState('')
  const [failure, setFailure] = useState<ReactNode>()
  const [busy, setBusy] = useState(false)
  const id = useId()
  const matches = typedName === undefined || typed.trim() === typedName

  function change(next: boolean) {
    if (busy) return
    setTyped('')
    setFailure(undefined)
    setOpenInside(next)
    onOpenChange?.(next)
  }

  async function run() {
    if (busy) return
    if (!matches) {
      setFailure(m.ui_confirm_name_differs())
      return
    }
    setBusy(true)
    setFailure(undefined)
    let problem: ReactNode
    try {
      const answer = await onConfirm()
      problem = typeof answer === 'string' ? answer : answer?.formError
    } catch (error) {
      problem = explainFailure(error)
    }
    setBusy(false)
    setFailure(problem)
    if (problem) return
    setTyped('')
    setOpenInside(false)
    onOpenChange?.(false)
  }

  return (
    <AlertDialog.Root open={open} onOpenChange={change}>
      {trigger && <AlertDialog.Trigger render={trigger} />}
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={backdropClass} />
        <AlertDialog.Viewport className="fixed inset-0 z-50 flex items-end justify-center sm:items-start sm:px-4 sm:pt-[16vh]">
          <AlertDialog.Popup
            finalFocus={finalFocus}
            className="float-motion w-full rounded-t-base border bg-raised text-sm shadow-float outline-none sm:max-w-md sm:rounded-base"
          >
            <form
              noValidate
              onSubmit={(event) => {
                event.preventDefault()
                event.stopPropagation()
                void run()
              }}
            >
              <div className="space-y-3 px-5 py-5">
                <AlertDialog.Title className="text-lg leading-6 font-semibold">
                  {title}
                </AlertDialog.Title>
                <AlertDialog.Description render={<div className="text-ink-muted" />}>
                  {children}
                </AlertDialog.Description>
                {typedName !== undefined && (
                  <div className="space-y-1.5 pt-1">
                    <label htmlFor={id} className="block font-medium">
                      {m.ui_confirm_type_name({ name: typedName })}
                    </label>
                    <Input
                      id={id}
                      value={typed}
                      onChange={(event) => setTyped(event.target.value)}
                      autoComplete="off"
                      spellCheck={false}
                    />
                  </div>
                )}
                {failure && (
                  <Notice tone="danger" role="alert">
                    {failure}
                  </Notice>
                )}
              </div>
              <footer className="flex flex-wrap justify-end gap-2 border-t px-5 py-3">
                <AlertDialog.Close render={<Button>{dismiss}</Button>} />
                <Button type="submit" variant={tone} busy={busy} disabled={!matches}>
                  {confirm}
                </Button>
              </footer>
            </form>
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
