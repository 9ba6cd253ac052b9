import { RouterClient } from '@tanstack/react-router/ssr/client'
import { hydrateRoot } from 'react-dom/client'
import { authIslandId } from '#/features/identity/auth-island-id.ts'
import { getRouter } from './router.tsx'

// The bundler puts this file together with others, which an island may come to load as well.
if (!document.getElementById(authIslandId)) {
  hydrateRoot(document, <RouterClient router={getRouter()} />)
}
