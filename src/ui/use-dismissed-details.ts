import { type RefObject, useEffect } from 'react'

/**
 * For a `<details>` that serves as a menu: it opens without scripts, and with them it closes on
 * Escape, on a press elsewhere and when one of its links is followed.
 */
export function useDismissedDetails(ref: RefObject<HTMLDetailsElement | null>) {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const details = ref.current
      if (event.key !== 'Escape' || event.defaultPrevented || !details?.open) return
      // A sheet around it stays open for the next Escape.
      event.preventDefault()
      details.open = false
      details.querySelector('summary')?.focus()
    }

    function onClick({ target }: MouseEvent) {
      const details = ref.current
      if (!details?.open || !(target instanceof Element)) return
      if (!details.contains(target) || target.closest('a')) details.open = false
    }

    document.addEventListener('keydown', onKeyDown)
    document.addEventListener('click', onClick)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      document.removeEventListener('click', onClick)
    }
  }, [ref])
}
