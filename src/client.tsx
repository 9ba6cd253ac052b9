import { RouterClient } from '@tanstack/react-router/ssr/client'
import { hydrateRoot } from 'react-dom/client'
import { followDocumentLocale } from '#/i18n/locale.ts'
import { getRouter } from './router.tsx'

/**
 * The browser's entry. Start's own one also carries the transport of server functions (about 12 kB
 * compressed), which the product does not use: its calls are oRPC procedures.
 */
followDocumentLocale()
hydrateRoot(document, <RouterClient router={getRouter()} />)
