/** The name of the constraint that a failed statement would have broken; undefined for other errors. */
export function violatedConstraint(error: unknown): string | undefined {
  const cause = error instanceof Error && error.cause ? error.cause : error
  if (typeof cause !== 'object' || cause === null || !('constraint' in cause)) return undefined
  return typeof cause.constraint === 'string' ? cause.constraint : undefined
}

/** A row was to point at another that is gone, as when its account or organisation was just deleted. */
export const pointsAtNothing = (error: unknown): boolean =>
  messageOfBrokenReference(error)?.startsWith('insert or update') ?? false

/** A row was to be deleted that another one points at. */
export const isStillPointedAt = (error: unknown): boolean =>
  messageOfBrokenReference(error)?.startsWith('update or delete') ?? false

function messageOfBrokenReference(error: unknown): string | undefined {
  const cause = error instanceof Error && error.cause ? error.cause : error
  if (!(cause instanceof Error) || !('code' in cause) || cause.code !== '23503') return undefined
  return cause.message
}
