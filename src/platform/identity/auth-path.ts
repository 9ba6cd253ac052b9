import { stringifySearch } from '#/search-params.ts'

/** The page that says to look into one's inbox, for who then wants to go on to a path of this site. */
export const verifyPath = (redirect: string) => `/verify${stringifySearch({ redirect })}`

/**
 * Where a new password leads. `confirmsFor` is where to go on to when it has confirmed the address, and
 * missing when it took the place of a forgotten one.
 */
export const afterReset = (confirmsFor?: string) =>
  confirmsFor
    ? `/verify${stringifySearch({ done: true, redirect: confirmsFor })}`
    : `/sign-in${stringifySearch({ notice: 'password-changed' })}`
