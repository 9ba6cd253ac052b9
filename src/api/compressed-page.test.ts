import { expect, test } from 'bun:test'
import { compressedPage } from './compressed-page.ts'

const page = `<p>${'a furrow and a seed, '.repeat(200)}</p>`
const html = { 'content-type': 'text/html; charset=utf-8', vary: 'cookie' }
const asked = (headers: Record<string, string> = { 'accept-encoding': 'gzip, br' }) =>
  new Request('http://localhost:3000/', { headers })

test('a page is compressed for who can read that, and keeps its status and headers', async () => {
  const answer = await compressedPage(
    asked(),
    new Response(page, { status: 404, headers: { ...html, 'set-cookie': 'a=1' } }),
  )
  expect(answer.status).toBe(404)
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(answer.headers.get('vary')).toBe('cookie, accept-encoding')
  expect(answer.headers.getSetCookie()).toEqual(['a=1'])
  const bytes = await answer.bytes()
  expect(bytes.length).toBeLessThan(page.length / 5)
  expect(Buffer.from(Bun.gunzipSync(bytes)).toString()).toBe(page)
})

test('what is no page, is short, has no body or cannot be read is left as it is', async () => {
  const answers = [
    await compressedPage(asked({}), new Response(page, { headers: html })),
    await compressedPage(asked(), new Response('short', { headers: html })),
    await compressedPage(asked(), new Response(null, { status: 304, headers: html })),
    await compressedPage(
      asked(),
      new Response(page, { headers: { 'content-type': 'text/event-stream' } }),
    ),
  ]
  for (const { headers } of answers) expect(headers.has('content-encoding')).toBe(false)
  expect(await answers[0]?.text()).toBe(page)
})
