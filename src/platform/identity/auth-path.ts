import { stringifySearch } from '#/search-params.ts'
import type { AuthPageProps } from './auth-page.tsx'

/** The address of a page around signing in, for a plain link. */
export const authPath = (
  page: AuthPageProps['page'],
  search: { redirect?: string; notice?: string; done?: boolean } = {},
) => `/${page}${stringifySearch(search)}`
