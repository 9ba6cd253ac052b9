import { RouterClient } from '@tanstack/react-router/ssr/client'
import { hydrateRoot } from 'react-dom/client'
import { authIslandId } from '#/platform/identity/auth-island-id.ts'
import { isUnavailable } from '#/ui/is-unavailable.ts'
import { isUnreachable } from '#/ui/is-unreachable.ts'
import { getRouter } from './router.tsx'

// The bundler puts this file together with others, which an island may come to load as well.
if (!document.getElementById(authIslandId)) {
  hydrateRoot(document, <RouterClient router={getRouter()} />, {
    // The page says so itself; the console is for what is broken.
    onCaughtError: (error) => {
      if (!isUnreachable(error) && !isUnavailable(error)) reportError(error)
    },
  })
}
