/** Milliseconds since 1970, with their fractions: the same in every process of this machine. */
export const now = () => performance.timeOrigin + performance.now()
