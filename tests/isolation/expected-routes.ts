/**
 * The routes under /api beside the procedures, their requests, and everybody's answers to them, of all
 * features. routes.test.ts asks over HTTP and compares.
 */
import type { RouteRequest } from './feature-isolation.ts'
import { parseGrid } from './grid.ts'
import { isolations, withoutDoubles } from './isolations.ts'
import { askers } from './world.ts'

const routes = isolations
  .flatMap(({ routes = {} }) => Object.entries(routes))
  .toSorted(([one], [other]) => one.localeCompare(other, 'en'))

/** Routes that lead to nobody's things, each with the reason. */
export const harmlessRoutes = withoutDoubles(
  routes.map(([route, told]): Record<string, string> =>
    typeof told === 'string' ? { [route]: told } : {},
  ),
)

export type LabelledRequest = RouteRequest & { route: string; label: string }

export const routeRequests = routes.flatMap(([route, told]): LabelledRequest[] =>
  typeof told === 'object'
    ? Object.entries(told).map(([variant, request]) => ({
        ...request,
        route,
        label: variant === '' ? route : `${route}, ${variant}`,
      }))
    : [],
)

export const expectedRoutes = withoutDoubles(
  isolations.map(({ routeGrid }) => (routeGrid ? parseGrid(routeGrid, askers) : {})),
)
