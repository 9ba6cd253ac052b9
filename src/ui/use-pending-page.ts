import { useRouterState } from '@tanstack/react-router'

/**
 * What is being loaded: another page, the same one with another search, or nothing. Not while the
 * same page is loaded anew: pages that wait for something do that again and again.
 */
export const usePendingPage = () =>
  useRouterState({
    select: ({ status, location, resolvedLocation }) => {
      if (status !== 'pending' || !resolvedLocation) return undefined
      if (location.pathname !== resolvedLocation.pathname) return 'other'
      return location.href === resolvedLocation.href ? undefined : 'same'
    },
  })
