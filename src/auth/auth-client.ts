/** What the browser asks of the auth engine, without the engine's own client and its 20 kB. */
export type EngineAnswer =
  | { ok: true }
  | {
      ok: false
      /** The engine's code, or UNREACHABLE when no answer came. */
      code: string
      /** With RATE_LIMITED. */
      retryAfterSeconds?: number
      /** With UNAVAILABLE: it may have had its effect all the same. */
      outcomeUnknown?: boolean
    }

async function post(path: string, body: object): Promise<EngineAnswer> {
  let response: Response
  try {
    response = await fetch(`/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  } catch {
    return { ok: false, code: 'UNREACHABLE' }
  }
  return readEngineAnswer(response)
}

export async function readEngineAnswer(response: Response): Promise<EngineAnswer> {
  if (response.ok) return { ok: true }
  if (response.status === 429) {
    const retryAfterSeconds = Number(response.headers.get('x-retry-after')) || 60
    return { ok: false, code: 'RATE_LIMITED', retryAfterSeconds }
  }
  const answer: unknown = await response.json().catch(() => null)
  const { code = 'FAILED', data } = Object(answer)
  return { ok: false, code: String(code), outcomeUnknown: Object(data).outcomeUnknown === true }
}

type SignUp = { name: string; email: string; password: string; locale: string }

/** `goOnTo` is the page that opens after the mail's link. */
export const signUp = (person: SignUp, goOnTo: string) =>
  post('sign-up/email', { ...person, callbackURL: goOnTo })

export const signIn = (credentials: { email: string; password: string }) =>
  post('sign-in/email', credentials)

export const signOut = () => post('sign-out', {})

export const sendVerificationMail = (email: string, goOnTo: string) =>
  post('send-verification-email', { email, callbackURL: goOnTo })

export const sendResetMail = (email: string) => post('request-password-reset', { email })

export const resetPassword = (reset: { token: string; newPassword: string }) =>
  post('reset-password', reset)
