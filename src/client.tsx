import { StartClient } from '@tanstack/react-start/client'
import { hydrateRoot } from 'react-dom/client'
import { followDocumentLocale } from '#/i18n/locale.ts'
import { isUnavailable } from '#/ui/is-unavailable.ts'
import { isUnreachable } from '#/ui/is-unreachable.ts'

/** The browser's entry: Start's own, in the language of the document. */
followDocumentLocale()
hydrateRoot(document, <StartClient />, {
  // The page says so itself; the console is for what is broken.
  onCaughtError: (error) => {
    if (!isUnreachable(error) && !isUnavailable(error)) reportError(error)
  },
})
