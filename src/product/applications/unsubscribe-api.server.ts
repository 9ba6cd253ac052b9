import { Elysia } from 'elysia'
import { unsubscribe } from './unsubscribe.server.ts'
import { notFound } from '#/rpc/plain-refusals.ts'

/** The one click of a mail program (POST), and the same link in a browser, which leads to the switch. */
export const unsubscribeApi = new Elysia()
  .post(
    '/unsubscribe',
    async ({ request }) =>
      (await unsubscribe(new URL(request.url).searchParams))
        ? new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
        : notFound(),
    { parse: 'none' },
  )
  .get(
    '/unsubscribe',
    () => new Response(null, { status: 303, headers: { location: '/account#mails' } }),
  )
