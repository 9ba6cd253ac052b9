import { z } from 'zod'
import { roles } from '#/auth/organization-roles.ts'
import { locales } from '#/i18n/locale.ts'
import { m } from '#/i18n/messages.ts'
import { properName } from '#/plain-text.ts'
import { contract } from '#/rpc/base-contract.ts'
import { isCommonPassword, passwordLength } from './password-rules.ts'

const locale = z.enum(locales)
const email = z.string().trim().toLowerCase().max(254).pipe(z.email())

const personName = properName({ min: 1, max: 80, refused: m.identity_name_characters })

export const newPassword = z
  .string()
  .min(passwordLength.min)
  .max(passwordLength.max)
  .refine((password) => !isCommonPassword(password), {
    error: () => m.identity_password_common(),
  })

export const signUpInput = z.object({ name: personName, email, password: newPassword, locale })
export const signInInput = z.object({ email, password: z.string().min(1).max(passwordLength.max) })
export const addressInput = z.object({ email })
export const resetPasswordInput = z.object({ newPassword })

export const account = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  locale,
  isAdmin: z.boolean(),
  organizations: z.array(z.object({ slug: z.string(), name: z.string(), role: z.enum(roles) })),
})
export type Account = z.infer<typeof account>

/** The whole form; a call may change one of the two. */
export const updateAccountInput = z.object({ name: personName, locale })
export const changePasswordInput = z.object({
  currentPassword: z.string().min(1).max(passwordLength.max),
  newPassword,
})

/** The address again, typed by hand, so that nobody deletes an account by mistake. */
export const deleteAccountInput = z.object({
  email,
  password: z.string().min(1).max(passwordLength.max),
})

const accountSession = z.object({
  id: z.string(),
  /** The one that asks. */
  isCurrent: z.boolean(),
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
  signedInAt: z.date(),
  seenAt: z.date(),
})
export type AccountSession = z.infer<typeof accountSession>

const tags = ['Account']

export const identityContract = {
  /** Who is signed in, and where they work; null for a visitor. */
  me: contract
    .route({ method: 'GET', path: '/me', summary: 'Who is signed in', tags })
    .output(account.nullable()),

  /** Why somebody who comes with a session is not signed in any more, if that can be said. */
  endOfSession: contract
    .route({ method: 'GET', path: '/me/end-of-session', summary: 'Why a session ended', tags })
    .output(z.object({ reason: z.enum(['SUSPENDED']) }).nullable()),

  update: contract
    .route({ method: 'PATCH', path: '/me', summary: 'Change your name and language', tags })
    .input(updateAccountInput.partial()),

  /** Every other session ends. */
  changePassword: contract
    .route({ method: 'PUT', path: '/me/password', summary: 'Change your password', tags })
    .input(changePasswordInput)
    .errors({ WRONG_PASSWORD: { status: 422 } }),

  sessions: contract
    .route({ method: 'GET', path: '/me/sessions', summary: 'Where you are signed in', tags })
    .output(z.array(accountSession)),

  endSession: contract
    .route({ method: 'DELETE', path: '/me/sessions/{id}', summary: 'Sign out elsewhere', tags })
    .input(z.object({ id: z.string().max(100) })),

  endOtherSessions: contract.route({
    method: 'DELETE',
    path: '/me/sessions',
    summary: 'Sign out everywhere else',
    tags,
  }),

  /** Deletes the account and everything that belongs to it alone. */
  deleteAccount: contract
    .route({ method: 'POST', path: '/me/delete', summary: 'Delete your account', tags })
    .input(deleteAccountInput)
    .errors({
      WRONG_PASSWORD: { status: 422 },
      ADDRESS_DIFFERS: { status: 422 },
      OWNS_ORGANIZATIONS: { status: 409, data: z.object({ names: z.array(z.string()) }) },
      HAS_SUBSCRIPTION: { status: 409 },
      LAST_ADMIN: { status: 409 },
      /** Whether something could still be charged is not known; nothing was deleted. */
      PAYMENT_PROVIDER_FAILED: { status: 503 },
    }),
}
