import { createContext, type ReactNode } from 'react'
import { m } from '#/i18n/messages.ts'

export const SaidAbove = createContext(false)

/**
 * Says once, for all that is inside, why buttons stay dimmed in a browser that runs no scripts. It is
 * no Notice, which shares a file with the forms and would bring it to pages that have none.
 */
export const NeedsScriptsOnce = ({ children }: { children: ReactNode }) => (
  <>
    <noscript className="mb-6 block rounded-base border bg-surface px-4 py-3 text-sm">
      {m.ui_buttons_need_scripts()}
    </noscript>
    <SaidAbove value={true}>{children}</SaidAbove>
  </>
)
