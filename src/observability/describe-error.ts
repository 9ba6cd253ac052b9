/**
 * What the log keeps of an error. A failed query loses its parameters, which drizzle writes into the
 * message: they may be a token or somebody's letter.
 */
export function describeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : typeof error
  const query = 'query' in error && typeof error.query === 'string' ? error.query : undefined
  return {
    type: error.name,
    message: query ? `Failed query: ${query}` : error.message,
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    // Without its first lines, which repeat the message.
    at: error.stack?.split('\n').filter((line) => line.startsWith('    at ')),
    ...(error.cause !== undefined && depth < 3 && { cause: describeError(error.cause, depth + 1) }),
  }
}
