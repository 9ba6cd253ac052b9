import { refuseStrangers } from './console-guard.ts'
import { failed, notFound, realPartPage } from './console-layout.tsx'
import type { ConsoleServices } from './console-services.ts'
import { filesPage, openFile } from './file-pages.tsx'
import { inboxPage, mailHtml, mailPage, mailsAsJson, rawMail } from './mail-pages.tsx'
import { failNext, modelCallPage, modelPage, setRate } from './model-pages.tsx'
import { overviewPage } from './overview-page.tsx'
import { canSignIn, signInAs } from './sign-in.ts'
import { eventPage, paymentsPage } from './payment-pages.tsx'

export interface LocalConsole {
  name: 'Console'
  url: string
  port: number
  stop(): Promise<void>
}

/** The pages on which a developer watches what the app sends to the local cloud. */
export async function startLocalConsole(
  options: ConsoleServices & { port: number },
): Promise<LocalConsole> {
  const server = Bun.serve({
    port: options.port,
    hostname: '127.0.0.1',
    // A few ids and numbers are all that the forms carry.
    maxRequestBodySize: 64 * 1024,
    fetch: (request) => refuseStrangers(request) ?? answer(request, options),
    error(error) {
      console.error('The local console failed.', error)
      return new Response('The local console failed; its terminal says why.\n', { status: 500 })
    },
  })
  return {
    name: 'Console',
    url: `http://localhost:${server.port}`,
    port: server.port ?? options.port,
    stop: () => server.stop(true),
  }
}

async function answer(request: Request, services: ConsoleServices): Promise<Response> {
  const url = new URL(request.url)
  if (request.method === 'POST') return act(request, url.pathname, services)
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return new Response(null, { status: 405, headers: { allow: 'GET, HEAD, POST' } })
  }
  const host = request.headers.get('host')
  return (
    (await show(url, services, host)) ?? notFound('/', 'The console has no page at this address.')
  )
}

async function show(
  { pathname, searchParams }: URL,
  services: ConsoleServices,
  host: string | null,
): Promise<Response | undefined> {
  const { mail, stripe, storage, model } = services
  if (pathname === '/') return overviewPage(services, canSignIn(services.appUrl, host))
  const [, section, first, second] = pathname.split('/')
  if (section === 'mail' && mail) {
    if (!first) return inboxPage(mail, searchParams)
    if (first === 'messages.json') return mailsAsJson(mail, searchParams)
    const id = Number(first)
    if (!Number.isSafeInteger(id)) return undefined
    if (!second) return mailPage(mail, id, searchParams)
    if (second === 'html') return mailHtml(mail, id)
    if (second === 'raw') return rawMail(mail, id)
  }
  if (section === 'payments' && stripe) {
    if (!first) return paymentsPage(stripe)
    if (first === 'events' && second) return eventPage(stripe, second)
  }
  if (section === 'files' && storage) {
    if (!first) return filesPage(storage, searchParams)
    if (first === 'open') return openFile(storage, searchParams)
  }
  if (section === 'model' && model) {
    if (!first) return modelPage(model)
    if (first === 'calls' && second) return modelCallPage(model, second)
  }
  return realPartPage(`/${section}`, services.parts)
}

async function act(
  request: Request,
  pathname: string,
  services: ConsoleServices,
): Promise<Response> {
  const { mail, stripe, model } = services
  const form = new URLSearchParams(await request.text())
  const back = (path: string) => new Response(null, { status: 303, headers: { location: path } })
  if (pathname === '/sign-in') {
    const account = services.accounts.find(({ email }) => email === form.get('email'))
    if (!account) return failed('/', 'There is no such sample account.')
    if (!canSignIn(services.appUrl, request.headers.get('host')))
      return failed('/', `Open the console under the same name as the app, ${services.appUrl}.`)
    return signInAs(request, services, account).catch((error: unknown) => failed('/', error))
  }
  if (pathname === '/mail/clear' && mail) {
    mail.clear()
    return back('/mail')
  }
  if (pathname === '/payments/send-again' && stripe) {
    const delivery = form.get('delivery') ?? ''
    return stripe
      .resend(delivery)
      .then(() => back(ownPath(form.get('from')) ?? '/payments#webhooks'))
      .catch((error: unknown) => failed('/payments', error))
  }
  if (pathname === '/payments/advance' && stripe) {
    try {
      stripe.advance(form.get('subscription') ?? '')
    } catch (error) {
      return failed('/payments', error)
    }
    return back(ownPath(form.get('from')) ?? '/payments')
  }
  if (pathname === '/model/rate' && model) {
    if (setRate(model, form.get('rate')) !== undefined) return back('/model')
    return failed('/model', 'Enter a whole number from 0 to 10,000.')
  }
  if (pathname === '/model/fail' && model) {
    if (failNext(model, form.get('fault'))) return back('/model')
    return failed('/model', 'Unknown fault.')
  }
  return notFound('/', 'The console does nothing at this address.')
}

/** Only ever back to a page of the console. */
function ownPath(path: string | null): string | undefined {
  return path && /^\/(\w+(\/\w+)*)?(#\w+)?$/.test(path) ? path : undefined
}
