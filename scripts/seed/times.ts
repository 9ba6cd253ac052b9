const day = 24 * 60 * 60 * 1000

/** The moment of seeding: everything in the sample data is told relative to it. */
const now = Date.now()

export const daysAgo = (days: number) => new Date(now - days * day)
export const inDays = (days: number) => daysAgo(-days)
export const minutesAfter = (at: Date, minutes: number) =>
  new Date(Math.min(at.getTime() + minutes * 60_000, now))
