import { z } from 'zod'
import type { ConsoleServices, SeededAccount } from './console-services.ts'

/** A browser gives a cookie to every port of a host, and to no other host; a secure one not to us. */
export function canSignIn(appUrl: string, host: string | null): boolean {
  const app = new URL(appUrl)
  return app.protocol === 'http:' && URL.parse(`http://${host}`)?.hostname === app.hostname
}

const refusal = z.object({ message: z.string().optional() })

/**
 * Signs a browser in to the app as one of the seeded accounts, through the app's own sign-in with the
 * seeded password: the cookies that it answers with are passed on. Rejects with what to tell.
 */
export async function signInAs(
  request: Request,
  { appUrl, signedInPath }: ConsoleServices,
  { email, password, label }: SeededAccount,
): Promise<Response> {
  const { origin } = new URL(appUrl)
  const answer = await fetch(new URL('/api/auth/sign-in/email', origin), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin,
      // The cookies from before the sign-in come along, as they do on the app's own page.
      cookie: request.headers.get('cookie') ?? '',
    },
    body: JSON.stringify({ email, password }),
    redirect: 'manual',
    signal: AbortSignal.timeout(15_000),
  }).catch(() => {
    throw new Error(`The app does not answer at ${origin}. Start it with bun dev, and try again.`)
  })
  if (!answer.ok) {
    const { data } = refusal.safeParse(await answer.json().catch(() => null))
    throw new Error(whyNot(answer.status, label, data?.message))
  }
  const headers = new Headers({
    location: new URL(signedInPath, origin).href,
    'cache-control': 'no-store',
  })
  for (const cookie of answer.headers.getSetCookie()) headers.append('set-cookie', cookie)
  return new Response(null, { status: 303, headers })
}

function whyNot(status: number, label: string, said: string | undefined): string {
  if (status === 429)
    return 'The app takes no more sign-ins for now: too many attempts. Wait a minute.'
  const reason = said ? `: ${said.replace(/\.$/, '')}` : ''
  return `The app did not sign in ${label} (${status}${reason}). Its password may have been changed, or the account suspended; in a fresh data folder it is as it was.`
}
