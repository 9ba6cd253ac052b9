import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'

interface PopoverProps {
  trigger: ReactElement
  /** Read aloud, and shown as a small heading. */
  title: ReactNode
  align?: 'start' | 'center' | 'end'
  children: ReactNode
}

/** More about a thing, beside it; for filters and explanations. */
export function Popover({ trigger, title, align = 'start', children }: PopoverProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={6} collisionPadding={8} className="z-50">
          <Base.Popup className="float-motion w-80 max-w-[calc(100vw-1rem)] rounded-base border bg-raised p-4 text-sm shadow-float outline-none">
            <Base.Title className="mb-2 font-semibold">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
