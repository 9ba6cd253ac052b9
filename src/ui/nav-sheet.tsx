import clsx from 'clsx'
import MenuIcon from 'lucide-react/icons/menu'
import X from 'lucide-react/icons/x'
import type { MouseEvent, ReactNode } from 'react'
import { m } from '#/i18n/messages.ts'
import { IconButton } from './button.tsx'

/*
 * The navigation of a shell: in the page on a desktop, a sheet on a phone. It is one element with
 * the browser's own popover, so it opens before hydration, closes with Escape or a press beside
 * it, gives the focus back, and is rendered once.
 */

function closeAfterFollowing(event: MouseEvent<HTMLElement>) {
  const sheet = event.currentTarget
  const followed = event.target instanceof Element && event.target.closest('a')
  if (followed && sheet.matches(':popover-open')) sheet.hidePopover()
}

export function NavSheet({
  id,
  brand,
  className,
  children,
}: {
  id: string
  brand: ReactNode
  className?: string
  children: ReactNode
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- hears its links, which the keyboard presses too
    <div
      id={id}
      popover="auto"
      onClick={closeAfterFollowing}
      className={clsx(
        'text-ink transition-discrete backdrop:bg-scrim',
        'max-lg:inset-y-0 max-lg:left-0 max-lg:h-dvh max-lg:max-h-none max-lg:w-72 max-lg:max-w-[85vw] max-lg:-translate-x-full max-lg:flex-col max-lg:overflow-y-auto max-lg:overscroll-contain max-lg:border-r max-lg:bg-surface max-lg:shadow-float max-lg:transition-[translate,display,overlay] max-lg:duration-200 max-lg:ease-base max-lg:open:flex max-lg:open:translate-x-0 max-lg:starting:open:-translate-x-full',
        className,
      )}
    >
      <div className="flex h-14 shrink-0 items-center justify-between border-b pr-2 pl-5 lg:hidden">
        {brand}
        <IconButton label={m.ui_close()} popoverTarget={id} popoverTargetAction="hide">
          <X aria-hidden="true" />
        </IconButton>
      </div>
      {children}
    </div>
  )
}

export function NavSheetButton({ opens, className }: { opens: string; className?: string }) {
  return (
    <IconButton
      label={m.ui_open_menu()}
      popoverTarget={opens}
      className={clsx('lg:hidden!', className)}
    >
      <MenuIcon aria-hidden="true" />
    </IconButton>
  )
}
