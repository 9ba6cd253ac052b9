/**
 * For the `headers` of a route whose page depends on its path and language alone, as long as nobody
 * is signed in: the server renders it once a minute for all visitors (src/api/shared-pages.ts).
 */
export const sharedByVisitors = { 'x-shared-by-visitors': '1' }
