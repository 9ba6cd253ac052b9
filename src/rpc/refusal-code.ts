/**
 * The code of a refusal that the contract declares; undefined for anything else. For code that every
 * page carries: `safe` of the client library would bring the library with it.
 */
export function refusalCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('defined' in error) || error.defined !== true) return undefined
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
