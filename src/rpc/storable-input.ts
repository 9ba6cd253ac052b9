/**
 * Whether every text in an input can be stored as it is: Postgres has no place for a NUL, nor for half
 * of a surrogate pair. A loop, because input may be nested as deeply as its sender likes.
 */
export function isStorable(input: unknown): boolean {
  const pending = [input]
  while (pending.length > 0) {
    const value = pending.pop()
    if (typeof value === 'string') {
      if (value.includes('\0') || !value.isWellFormed()) return false
    } else if (value instanceof Map || value instanceof Set) {
      pending.push(...value)
    } else if (typeof value === 'object' && value !== null) {
      pending.push(...Object.keys(value), ...Object.values(value))
    }
  }
  return true
}
