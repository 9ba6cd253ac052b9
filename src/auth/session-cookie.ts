/** True when the request carries a session of the auth engine; one without costs no look-up. */
export const readsSession = (headers: Headers): boolean =>
  headers.get('cookie')?.includes('session_token=') === true
