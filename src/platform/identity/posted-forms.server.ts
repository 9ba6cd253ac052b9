import { homePath } from '#/auth/home-path.ts'
import { safeRedirect } from '#/auth/safe-redirect.ts'
import { answerPostedForm } from './answer-posted-form.server.ts'
import { afterReset, verifyPath } from './auth-path.ts'
import { addressInput, resetPasswordInput, signInInput, signUpInput } from './contract.ts'

/*
 * The forms around signing in as a browser posts them itself: before the page's scripts run, and
 * without any. Each does what its page does with scripts.
 */
const searchOf = (request: Request) => new URL(request.url).searchParams
const goOnFrom = (request: Request) => safeRedirect(searchOf(request).get('redirect') ?? homePath)

export const postSignIn = (request: Request) =>
  answerPostedForm(request, {
    schema: signInInput,
    path: 'sign-in/email',
    body: (credentials) => credentials,
    goOnTo: goOnFrom(request),
  })

export const postSignUp = (request: Request) =>
  answerPostedForm(request, {
    schema: signUpInput,
    path: 'sign-up/email',
    body: (person) => ({ ...person, callbackURL: goOnFrom(request) }),
    goOnTo: verifyPath(goOnFrom(request)),
  })

export const postVerify = (request: Request) =>
  answerPostedForm(request, {
    schema: addressInput,
    path: 'send-verification-email',
    body: ({ email }) => ({ email, callbackURL: goOnFrom(request) }),
  })

export const postForgotPassword = (request: Request) =>
  answerPostedForm(request, {
    schema: addressInput,
    path: 'request-password-reset',
    body: ({ email }) => ({ email }),
  })

export function postResetPassword(request: Request) {
  const search = searchOf(request)
  return answerPostedForm(request, {
    schema: resetPasswordInput,
    path: 'reset-password',
    body: ({ newPassword }) => ({ newPassword, token: search.get('token') ?? '' }),
    goOnTo: afterReset(search.has('confirming') ? goOnFrom(request) : undefined),
  })
}
