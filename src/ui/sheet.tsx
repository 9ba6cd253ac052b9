import { Dialog as Base } from '@base-ui/react/dialog'
import X from 'lucide-react/icons/x'
import { m } from '#/i18n/messages.ts'
import { IconButton } from './button.tsx'
import { backdropClass } from './dialog.tsx'
import type { DialogProps } from './dialog.tsx'

/** One thing from a list, at the right edge, while the list stays: full width on a phone. */
export function Sheet({
  trigger,
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
}: Omit<DialogProps, 'size'>) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup className="fixed inset-y-0 right-0 z-50 flex w-full flex-col border-l bg-surface text-sm shadow-float transition-transform duration-200 ease-base outline-none data-ending-style:translate-x-full data-starting-style:translate-x-full sm:max-w-xl">
          <header className="flex items-start justify-between gap-4 border-b px-5 py-3">
            <div className="min-w-0 pt-1">
              <Base.Title className="text-lg leading-6 font-semibold">{title}</Base.Title>
              {description && (
                <Base.Description className="text-ink-muted">{description}</Base.Description>
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
          <div className="min-h-0 flex-1 overflow-y-auto p-5">{children}</div>
          {footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-t px-5 py-3">
              {footer}
            </footer>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
