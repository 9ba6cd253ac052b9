import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'

interface SidePanelProps {
  label: string
  onClose: () => void
  children: ReactNode
}

/** From here on the panel is beside the page, over its margin. */
const besideThePage = '(min-width: 64rem)'
/** From here on the page can make room for it, so that it covers nothing. */
const roomForBoth = '(min-width: 88rem)'
const panelWidth = '27rem'

/**
 * Beside the page on a wide screen, where both can be used; over all of it on a small one, where the
 * page behind is inert. Escape closes it, and the focus goes back to where it came from: all of that
 * is the browser's own dialog.
 */
export function SidePanel({ label, onClose, children }: SidePanelProps) {
  const dialog = useRef<HTMLDialogElement>(null)

  // Closed while it is still in the document, or the browser has nothing to give the focus back from.
  useLayoutEffect(() => {
    const panel = dialog.current
    if (!panel) return
    const wide = window.matchMedia(besideThePage)
    const open = () => {
      const focused = document.activeElement
      panel.close()
      if (wide.matches) panel.show()
      else panel.showModal()
      // Turning a tablet takes nobody out of the sentence that they write.
      if (focused instanceof HTMLElement && panel.contains(focused)) focused.focus()
    }
    open()
    wide.addEventListener('change', open)
    return () => {
      wide.removeEventListener('change', open)
      panel.close()
    }
  }, [])

  useEffect(() => {
    const { style } = document.body
    const wide = window.matchMedia(roomForBoth)
    const fit = () => style.setProperty('padding-inline-end', wide.matches ? panelWidth : '')
    fit()
    wide.addEventListener('change', fit)
    return () => {
      wide.removeEventListener('change', fit)
      style.removeProperty('padding-inline-end')
    }
  }, [])

  useEffect(() => {
    // A phone's keyboard covers the page instead of shrinking it; the panel stays above it.
    const visible = window.visualViewport
    const panel = dialog.current
    if (!visible || !panel) return
    const fit = () => {
      panel.style.setProperty('--visible-height', `${visible.height}px`)
      panel.style.setProperty('--visible-top', `${visible.offsetTop}px`)
    }
    fit()
    visible.addEventListener('resize', fit)
    visible.addEventListener('scroll', fit)
    return () => {
      visible.removeEventListener('resize', fit)
      visible.removeEventListener('scroll', fit)
    }
  }, [])

  return createPortal(
    <dialog
      ref={dialog}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      // Only a modal dialog closes on Escape by itself; what is inside takes the key first.
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onClose()
      }}
      className="fixed top-(--visible-top,0) right-0 left-auto z-40 m-0 hidden h-(--visible-height,100dvh) max-h-none w-full max-w-none flex-col bg-surface text-sm text-ink shadow-float transition-transform duration-200 ease-base outline-none backdrop:bg-transparent open:flex lg:top-0 lg:h-dvh lg:w-[27rem] lg:border-l starting:open:translate-x-8"
    >
      {children}
    </dialog>,
    document.body,
  )
}
