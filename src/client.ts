import { authIslandId } from '#/platform/identity/auth-island-id.ts'
import { followDocumentLocale } from '#/i18n/locale.ts'

/**
 * The browser's entry: a page around signing in is hydrated alone, without the router and the routes;
 * everything else is the app. (Start's own entry also carries the transport of server functions,
 * about 12 kB compressed, which the product does not use: its calls are oRPC procedures.)
 */
followDocumentLocale()
void (document.getElementById(authIslandId)
  ? import('#/platform/identity/hydrate-auth-page.tsx')
  : import('./hydrate-app.tsx'))
