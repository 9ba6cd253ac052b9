/**
 * For the loader of a page: nothing was found for its address, or the address holds no id at all. For
 * code that every page carries: `safe` of the client library would bring the library with it.
 */
export function leadsNowhere(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false
  if (error.code === 'BAD_REQUEST') return true
  return error.code === 'NOT_FOUND' && 'defined' in error && error.defined === true
}
