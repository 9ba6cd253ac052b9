import { isFromOurPages } from '#/auth/own-pages.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A request that changes something and carries our cookie must come from our own pages. Browsers say
 * so themselves in Sec-Fetch-Site and Origin; a client that sends neither has no ambient cookies.
 */
export const isForged = ({ method, headers }: Request): boolean =>
  !safeMethods.has(method) && headers.has('cookie') && isFromOurPages(headers) === false
