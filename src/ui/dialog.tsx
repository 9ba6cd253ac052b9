import { Dialog as Base } from '@base-ui/react/dialog'
import clsx from 'clsx'
import X from 'lucide-react/icons/x'
import { useRef } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { m } from '#/i18n/messages.ts'
import { IconButton } from './button.tsx'

const widths = { sm: 'sm:max-w-sm', md: 'sm:max-w-lg', lg: 'sm:max-w-2xl' }

export const backdropClass =
  'fixed inset-0 z-40 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0'

export interface DialogProps {
  /** A Button; it opens the dialog and gets the focus back. */
  trigger?: ReactElement
  /** Only where something else opens it. */
  open?: boolean
  onOpenChange?: (open: boolean) => void
  title: ReactNode
  description?: ReactNode
  size?: keyof typeof widths
  children?: ReactNode
  /** Buttons, the primary one last. A Form brings its own. */
  footer?: ReactNode
}

/** The first thing to fill in, or else the dialog's first button. */
const firstControl = (body: HTMLElement | null) =>
  body?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea') ?? true

/** A question or a short form above the page. On a phone it rises from the bottom edge. */
export function Dialog({
  trigger,
  open,
  onOpenChange,
  title,
  description,
  size = 'md',
  children,
  footer,
}: DialogProps) {
  const body = useRef<HTMLDivElement>(null)
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Viewport className="fixed inset-0 z-50 flex items-end justify-center sm:items-start sm:px-4 sm:pt-[12vh] sm:pb-8">
          <Base.Popup
            initialFocus={(how) => how === 'touch' || firstControl(body.current)}
            className={clsx(
              'float-motion flex max-h-[88dvh] w-full flex-col rounded-t-base border bg-raised text-sm shadow-float outline-none sm:max-h-full sm:rounded-base',
              widths[size],
            )}
          >
            <header className="flex items-start justify-between gap-4 px-5 pt-4">
              <div className="min-w-0 pt-1">
                <Base.Title className="text-lg leading-6 font-semibold">{title}</Base.Title>
                {description && (
                  <Base.Description className="mt-1 text-ink-muted">{description}</Base.Description>
                )}
              </div>
              <Base.Close
                render={
                  <IconButton label={m.ui_close()} size="sm" className="-mr-2">
                    <X aria-hidden="true" />
                  </IconButton>
                }
              />
            </header>
            <div ref={body} className="min-h-0 overflow-y-auto px-5 pt-4 pb-5">
              {children}
            </div>
            {footer && (
              <footer className="flex flex-wrap justify-end gap-2 border-t px-5 py-3">
                {footer}
              </footer>
            )}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
