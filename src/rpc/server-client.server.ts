import { createRouterClient } from '@orpc/server'
import { getRequest } from '@tanstack/react-start/server'
import { contextOf } from './context.server.ts'
import { router } from './router.server.ts'

/** While a page is rendered its loaders call the procedures directly, with the request's context. */
export const serverClient = createRouterClient(router, { context: () => contextOf(getRequest()) })
