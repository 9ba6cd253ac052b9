/** What Chromium, Firefox and Safari say of a call, then of a script; each also where a TypeError is a bug. */
const lostConnection =
  /^(Failed to fetch|NetworkError when attempting to fetch|Load failed|error loading dynamically imported module|Importing a module script failed)/

/** Whether no answer came, of a call or of a part of the page; an answer that refuses is none of these. */
export const isUnreachable = (error: unknown): boolean =>
  error instanceof TypeError && lostConnection.test(error.message)
