/** The server answered that something behind it does not (UNAVAILABLE); the same call may work soon. */
export const isUnavailable = (error: unknown): error is Error & { code: 'UNAVAILABLE' } =>
  error instanceof Error && 'code' in error && error.code === 'UNAVAILABLE'

/** Whether the call may have had its effect all the same. */
export function isOutcomeUnknown(error: unknown): boolean {
  if (!isUnavailable(error) || !('data' in error)) return false
  const { data } = error
  return typeof data === 'object' && data !== null && Reflect.get(data, 'outcomeUnknown') === true
}
