import { isFromOurPages } from '#/auth/own-pages.ts'

const safeMethods = new Set(['GET', 'HEAD'])

/**
 * A request that changes something must come from our own pages. Browsers say so themselves in
 * Sec-Fetch-Site and Origin; a client that sends neither has no ambient cookies. Also without our
 * cookie: signing somebody in to the account of another is a change.
 */
export const isForged = ({ method, headers }: Request): boolean =>
  !safeMethods.has(method) && isFromOurPages(headers) === false
