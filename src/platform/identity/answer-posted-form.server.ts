import { appendResponseHeader, setResponseStatus } from '@tanstack/react-start/server'
import { readEngineAnswer } from '#/auth/auth-client.ts'
import { env } from '#/env.server.ts'
import { askAuthEngine } from '#/rpc/ask-auth-engine.server.ts'
import { type FormSchema, validateForm } from '#/ui/form-validation.ts'
import type { PostedForm } from './posted-form.ts'

interface EngineForm<Output> {
  schema: FormSchema<Output>
  /** The address of the engine, below /api/auth/. */
  path: string
  body: (values: Output) => object
  /** The page to go on to; without it the page itself says that it worked. */
  goOnTo?: string
}

/**
 * Does what the page's scripts do with a form: validates it, asks the auth engine, and goes on or says
 * what was wrong. The request was found to come from our own pages (server.ts) and is bounded.
 */
export async function answerPostedForm<Output>(
  request: Request,
  { schema, path, body, goOnTo }: EngineForm<Output>,
): Promise<Response | PostedForm> {
  const entered = Object.fromEntries(new URLSearchParams(await request.text()))
  const values = Object.fromEntries(
    Object.entries(entered).filter(([name]) => !/password/i.test(name)),
  )
  const checked = await validateForm(schema, entered)
  if (checked.errors) {
    setResponseStatus(422)
    return { values, fieldErrors: checked.errors, answer: null }
  }

  const headers = new Headers(request.headers)
  headers.delete('content-length')
  headers.set('content-type', 'application/json')
  headers.set('origin', new URL(env.APP_URL).origin)
  const response = await askAuthEngine(
    new Request(new URL(`/api/auth/${path}`, env.APP_URL), {
      method: 'POST',
      headers,
      body: JSON.stringify(body(checked.values)),
      signal: request.signal,
    }),
  )
  if (response.ok && goOnTo !== undefined) {
    const onward = new Headers({ location: goOnTo, 'cache-control': 'no-store' })
    for (const cookie of response.headers.getSetCookie()) onward.append('set-cookie', cookie)
    return new Response(null, { status: 303, headers: onward })
  }
  const answer = await readEngineAnswer(response)
  if (!answer.ok) setResponseStatus(response.status)
  for (const cookie of response.headers.getSetCookie()) appendResponseHeader('set-cookie', cookie)
  return { values, fieldErrors: {}, answer }
}
