/** A browser in front of the real auth engine: it keeps cookies, follows no redirect, reads mail. */
import { createRouterClient } from '@orpc/server'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { auth } from '#/auth/auth.server.ts'
import { clientAddressHeader } from '#/auth/client-address.ts'
import { asSystem } from '#/db/access.server.ts'
import { env } from '#/env.server.ts'
import { contextOf } from '#/rpc/context.server.ts'
import { router } from '#/rpc/router.server.ts'
import { startWorker } from '#/worker.server.ts'
import { testMail } from './local-services.ts'

export const goodPassword = 'a quiet walk in the beech wood'
export const newAddress = () => `${crypto.randomUUID()}@inbox.example`

/** Each has an address of its own, as each visitor has, so that they do not share limits. */
export function createBrowser(address = randomAddress()) {
  const cookies = new Map<string, string>()

  async function send(url: string, init: RequestInit = {}) {
    const headers = new Headers(init.headers)
    headers.set(clientAddressHeader, address)
    headers.set('origin', env.APP_URL)
    if (cookies.size > 0) {
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    }
    const request = new Request(new URL(url, env.APP_URL), { ...init, headers, redirect: 'manual' })
    const response = await (await auth()).handler(request)
    for (const line of response.headers.getSetCookie()) keep(line)
    return response
  }

  function keep(line: string) {
    const [pair = '', ...attributes] = line.split('; ')
    const equals = pair.indexOf('=')
    const name = pair.slice(0, equals)
    const value = pair.slice(equals + 1)
    if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) cookies.delete(name)
    else cookies.set(name, value)
  }

  return {
    cookies,
    open: (url: string) => send(url),
    post: (path: string, body: object) =>
      send(`/api/auth/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    /** The address of whoever is signed in here, or nobody. */
    async signedInAs(): Promise<string | null> {
      const session = await send('/api/auth/get-session').then((answer) => answer.json())
      return session?.user.email ?? null
    },
    headers: () =>
      new Headers({ cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
  }
}
export type Browser = ReturnType<typeof createBrowser>

/** The procedures as this browser calls them, with a context of its own for each call. */
export function callsOf(browser: Browser) {
  const context = () => contextOf(new Request(env.APP_URL, { headers: browser.headers() }))
  return createRouterClient(router, { context })
}

const randomAddress = () => `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 256)).join('.')}`

let opened: Promise<void> | undefined
/** Mail is delivered from here on. */
export const openInbox = () =>
  (opened ??= (async () => {
    await testMail()
    await startWorker()
  })())

/** Waits for the n-th mail to this address; returns it with the one link that it is about. */
export async function nthMailTo(address: string, count: number) {
  const inbox = await testMail()
  const until = performance.now() + 15_000
  for (;;) {
    const mails = inbox.messages({ to: address }).toReversed()
    const mail = mails[count - 1]
    if (mail) return { ...mail, link: linkIn(mail.text) }
    if (performance.now() > until)
      throw new Error(`${address} got ${mails.length} of ${count} mails.`)
    await Bun.sleep(25)
  }
}

/** All mails that were queued to this address, once each has arrived: a sent one leaves no words behind. */
export async function mailsQueuedTo(address: string) {
  const found = await asSystem('test: mails to an address', (tx) =>
    tx.execute(sql`select 1 from pgboss.job where name = 'send-mail' and data->>'to' = ${address}`),
  )
  const { rows } = z.object({ rows: z.array(z.unknown()) }).parse(found)
  return Promise.all(rows.map((_, index) => nthMailTo(address, index + 1)))
}

function linkIn(text: string): string {
  const link = new RegExp(`${env.APP_URL}[^\\s\\]>)]+`).exec(text)?.[0]
  if (!link) throw new Error(`No link in: ${text}`)
  return link
}

/** Signs up and confirms, as a person would. */
export async function signUpAndConfirm(browser: Browser, name = 'Ada Berg', locale = 'en') {
  const email = newAddress()
  await browser.post('sign-up/email', { name, email, password: goodPassword, locale })
  const { link } = await nthMailTo(email, 1)
  await browser.open(link)
  return email
}
