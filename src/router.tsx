import { createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { createIsomorphicFn } from '@tanstack/react-start'
import { getRequest } from '@tanstack/react-start/server'
import { nonceOf } from '#/api/page-headers.ts'
import { FailedPage } from '#/platform/navigation/failed-page.tsx'
import { parseSearch, stringifySearch } from '#/search-params.ts'
import { routeTree } from './routeTree.gen.ts'

/** Scripts inside the page run only with the nonce that the page's policy names. */
const pageNonce = createIsomorphicFn()
  .server(() => nonceOf(getRequest()))
  .client(() => undefined)

/** Not carried by every page; the one for failures is, because then nothing may load. */
const MissingPage = lazyRouteComponent(
  () => import('#/platform/navigation/missing-page.tsx'),
  'MissingPage',
)

export function getRouter() {
  return createRouter({
    routeTree,
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultNotFoundComponent: MissingPage,
    defaultErrorComponent: FailedPage,
    ssr: { nonce: pageNonce() },
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof getRouter>
  }
}
