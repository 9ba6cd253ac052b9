import { createIsomorphicFn } from '@tanstack/react-start'
import { setResponseStatus } from '@tanstack/react-start/server'

/** The page that is being rendered says that something is no longer there: 410, for search engines. */
export const answerGone = createIsomorphicFn()
  .server(() => setResponseStatus(410))
  .client(() => {})
