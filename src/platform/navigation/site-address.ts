import { createIsomorphicFn } from '@tanstack/react-start'
import { env } from '#/env.server.ts'

const origin = createIsomorphicFn()
  .server(() => new URL(env.APP_URL).origin)
  .client(() => window.location.origin)

/** The full address of a path, for what leaves the site: canonical links, feeds, structured data. */
export const addressOf = (path: string) => origin() + path
