import { expect, test } from 'bun:test'
import { implement } from '@orpc/server'
import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { APIError } from 'better-auth/api'
import { Unavailable } from '#/unavailable.ts'
import { contract } from './base-contract.ts'
import { type Context, contextOf } from './context.server.ts'
import { translateRefusals } from './translate-refusals.server.ts'

async function answerTo(error: unknown) {
  const ask = implement(contract.route({ method: 'GET', path: '/ask' }))
    .$context<Context>()
    .use(translateRefusals)
    .handler(() => {
      throw error
    })
  const request = new Request('http://localhost/ask')
  const context = contextOf(request)
  const { response } = await new OpenAPIHandler({ ask }).handle(request, { context })
  return {
    status: response?.status,
    body: await response?.json(),
    retryAfter: context.responseHeaders.get('retry-after'),
  }
}

test('a server that did not answer is a typed 503, however deep a library wrapped it', async () => {
  const away = new Unavailable('storage', { retryAfterSeconds: 7 })
  const wrapped = new Error('Failed query', { cause: new Error('pool', { cause: away }) })
  for (const error of [away, wrapped]) {
    const { status, body, retryAfter } = await answerTo(error)
    expect({ status, retryAfter }).toEqual({ status: 503, retryAfter: '7' })
    expect(body).toMatchObject({
      defined: true,
      code: 'UNAVAILABLE',
      data: { retryAfterSeconds: 7 },
    })
  }
})

test('an answer that was lost after the commit is said to be unknown', async () => {
  const { body } = await answerTo(new Unavailable('database', { outcomeUnknown: true }))
  expect(body).toMatchObject({ code: 'UNAVAILABLE', data: { outcomeUnknown: true } })
})

test('a bug tells the id of the request, and nothing of the statement', async () => {
  const { status, body } = await answerTo(new Error('Failed query: select "token"'))
  expect(status).toBe(500)
  expect(body).toMatchObject({ code: 'INTERNAL', data: { requestId: expect.any(String) } })
  expect(JSON.stringify(body)).not.toContain('token')
})

test.each(['22003', '22007', '22008', '22021', '22P02', '22P05'])(
  'a value that Postgres refuses with %s is a bad request',
  async (code) => {
    const refused = Object.assign(new Error('refused'), { code })
    const { status } = await answerTo(new Error('Failed query', { cause: refused }))
    expect(status).toBe(400)
  },
)

test('what was gone before the work was done is answered as a moment later', async () => {
  const onPostgres = (message: string) =>
    new Error('Failed query', { cause: Object.assign(new Error(message), { code: '23503' }) })
  const gone = onPostgres('insert or update on table "chat" violates foreign key constraint "x"')
  expect((await answerTo(gone)).status).toBe(404)
  const stillUsed = onPostgres('update or delete on table "user" violates foreign key constraint')
  expect((await answerTo(stillUsed)).status).toBe(500)
  for (const [said, status] of [
    ['UNAUTHORIZED', 401],
    ['FORBIDDEN', 403],
    ['NOT_FOUND', 404],
    ['BAD_REQUEST', 500],
  ] as const) {
    expect((await answerTo(new APIError(said))).status).toBe(status)
  }
})
