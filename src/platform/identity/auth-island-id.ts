/** The element that the browser's entry looks for; in a file of its own, to bring nothing along. */
export const authIslandId = 'auth-page'
