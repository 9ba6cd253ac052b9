/** Every page, from the router's own tree: its address, and the parameters that it reads. */
import { type AnyRoute, createRouter } from '@tanstack/react-router'
import { routeTree } from '#/routeTree.gen.ts'

export type Page = { path: string; params: string[]; search: string[] }

export function pagesOfRouter(): Page[] {
  const routes: AnyRoute[] = Object.values(createRouter({ routeTree, isServer: true }).routesById)
  return routes
    .filter(({ children }) => Object.values(children ?? {}).length === 0)
    .map((route) => {
      // The router itself redirects from a trailing slash.
      const path = String(route.fullPath).replace(/(.)\/$/, '$1')
      const params = [...path.matchAll(/\$(\w+)/g)].map(([, name = '']) => name)
      return { path, params, search: searchOf(route) }
    })
}

/** The names that a page and the layouts around it ask their search for. */
function searchOf(route: AnyRoute): string[] {
  const names = new Set<string>()
  const search = new Proxy<Record<string, unknown>>(
    {},
    {
      get(_, name) {
        if (typeof name === 'string') names.add(name)
      },
    },
  )
  for (let at: AnyRoute | undefined = route; at; at = at.parentRoute) {
    const validate: unknown = at.options?.validateSearch
    if (typeof validate === 'function') validate(search)
  }
  return [...names]
}
