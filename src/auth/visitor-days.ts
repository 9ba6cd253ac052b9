/** How long somebody without an account is known, and what they asked is kept. */
export const visitorDays = 30
