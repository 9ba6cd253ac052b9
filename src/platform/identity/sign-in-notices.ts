/**
 * Why somebody is at the sign-in page who did not come by themselves. In a file of its own: the route
 * reads it in the first chunk of every page, and the form must not come along.
 */
export const signInNotices = ['confirmed', 'password-changed', 'signed-out', 'deleted'] as const
export type SignInNotice = (typeof signInNotices)[number]
