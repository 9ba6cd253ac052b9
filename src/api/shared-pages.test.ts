import { afterAll, expect, setSystemTime, test } from 'bun:test'
import { sharedByVisitors } from '#/shared-by-visitors.ts'
import { nonceOf } from './page-headers.ts'
import { sharedPage } from './shared-pages.ts'

afterAll(() => setSystemTime())

let rendered = 0

/** A page that is rendered anew says another number; its nonce is that of its request. */
function render(request: Request, headers: Record<string, string> = sharedByVisitors) {
  rendered += 1
  return new Response(`<script nonce="${nonceOf(request)}"></script>${rendered} times`, { headers })
}

async function open(path: string, init: RequestInit = {}, headers?: Record<string, string>) {
  const request = new Request(`http://localhost:3000${path}`, init)
  const response = await sharedPage(request, () => render(request, headers))
  expect([...response.headers.keys()]).not.toContain(Object.keys(sharedByVisitors)[0])
  const html = await response.text()
  expect(html).toContain(`nonce="${nonceOf(request)}"`)
  return html.replace(/.*<\/script>/, '')
}

test('a page that visitors share is rendered once, with the nonce of each answer', async () => {
  const first = await open('/shared')
  expect(await open('/shared')).toBe(first)
  expect(await open('/shared')).toBe(first)
})

test('nobody who is signed in is given it, nor gives theirs', async () => {
  const cookie = 'loam.session_token=somebody'
  const own = await open('/mine', { headers: { cookie } })
  expect(await open('/mine', { headers: { cookie } })).not.toBe(own)
  const shared = await open('/mine')
  expect(shared).not.toBe(own)
  expect(await open('/mine', { headers: { cookie } })).not.toBe(shared)
})

test('a query, another method and a page that does not say so are rendered each time', async () => {
  const first = await open('/each')
  expect(await open('/each?page=2')).not.toBe(first)
  expect(await open('/each', { method: 'POST' })).not.toBe(first)
  const plain = await open('/plain', {}, {})
  expect(await open('/plain', {}, {})).not.toBe(plain)
})

test('after a minute one request renders it anew, and the others do not wait for it', async () => {
  const first = await open('/minute')
  setSystemTime(Date.now() + 61_000)
  const { promise, resolve } = Promise.withResolvers<void>()
  const request = new Request('http://localhost:3000/minute')
  const anew = sharedPage(request, async () => {
    await promise
    return render(request)
  })
  expect(await open('/minute')).toBe(first)
  resolve()
  const second = (await (await anew).text()).replace(/.*<\/script>/, '')
  expect(second).not.toBe(first)
  expect(await open('/minute')).toBe(second)
})

test('an answer that sets a cookie is its reader’s alone', async () => {
  const first = await open('/cookie', {}, { ...sharedByVisitors, 'set-cookie': 'visitor=1' })
  expect(await open('/cookie')).not.toBe(first)
})

test('a failure is not kept', async () => {
  const request = new Request('http://localhost:3000/failing')
  const failed = await sharedPage(
    request,
    () => new Response('gone', { status: 404, headers: sharedByVisitors }),
  )
  expect(failed.status).toBe(404)
  expect(await open('/failing')).toEndWith('times')
})
