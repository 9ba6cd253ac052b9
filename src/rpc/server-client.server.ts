import { createRouterClient, ORPCError } from '@orpc/server'
import { notFound } from '@tanstack/react-router'
import { getRequest } from '@tanstack/react-start/server'
import { contextOf } from './context.server.ts'
import { router } from './router.server.ts'

/**
 * While a page is rendered its loaders call the procedures directly, with the request's context. What
 * they are asked for comes from the page's address, so an input that is none is an address that leads
 * nowhere.
 */
export const serverClient = createRouterClient(router, {
  context: () => contextOf(getRequest()),
  interceptors: [
    async ({ next }) => {
      try {
        return await next()
      } catch (error) {
        if (error instanceof ORPCError && error.code === 'BAD_REQUEST') throw notFound()
        throw error
      }
    },
  ],
})
