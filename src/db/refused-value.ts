/**
 * Errors of Postgres that a value from outside can cause: text that cannot be stored, a number or a
 * date out of range, text that is no id. https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const refused = new Set<unknown>(['22003', '22007', '22008', '22021', '22P02', '22P05'])

/** True when the database refused a value that was sent to it: the caller's mistake, not a bug. */
export function isRefusedValue(error: unknown): boolean {
  const cause = error instanceof Error && error.cause ? error.cause : error
  return typeof cause === 'object' && cause !== null && 'code' in cause && refused.has(cause.code)
}
