import { use } from 'react'
import { m } from '#/i18n/messages.ts'
import { SaidAbove } from './needs-scripts-once.tsx'
import { Notice } from './notice.tsx'

/** Says why the button of a form stays dimmed in a browser that runs no scripts. */
export function NeedsScripts() {
  if (use(SaidAbove)) return null
  return (
    // An inline element would take no space from its neighbours.
    <noscript className="block">
      <Notice>{m.ui_needs_scripts()}</Notice>
    </noscript>
  )
}
