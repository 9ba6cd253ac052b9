import { afterAll, expect, test } from 'bun:test'
import { api } from '#/api/api.ts'
import { env } from '#/env.server.ts'
import { type Connect, openTab, signedIn } from './test-readers.ts'
import { createJob } from '#/product/jobs/test-world.ts'
import { testModel } from '../../../tests/local-services.ts'
import { as, createPerson, createTenant } from '../../../tests/people.ts'
import { until } from './test-reply-logs.ts'
import { cookieOf } from '../../../tests/sessions.ts'

const server = Bun.serve({ port: 0, idleTimeout: 60, fetch: (request) => api.handle(request) })
afterAll(() => server.stop(true))

/** The question reaches the server or not, and this is what the browser gets for it. */
const answers: [string, boolean, () => Response][] = [
  ['503 after it was stored', true, () => unavailable({ outcomeUnknown: true })],
  ['503 before it was stored', false, () => unavailable({})],
  ['502 of a proxy after it was stored', true, () => new Response('Bad Gateway', { status: 502 })],
]

test.each(answers)('a question answered with %s is asked once', async (_, arrives, answer) => {
  await testModel()
  const person = await createPerson()
  const about = await createJob(await createTenant(await createPerson()))
  const { id: chatId } = await as(person).chat.create({ jobId: about.id })
  const connect = signedIn(() => server.url.origin, env.APP_URL, await cookieOf(person))
  let posts = 0
  const losing: Connect = async (url, init) => {
    if (init.method !== 'POST') return connect(url, init)
    posts++
    if (arrives) await connect(url, init)
    return answer()
  }
  const stored = async () => (await as(person).chat.read({ chatId })).messages
  const tab = openTab(chatId, [], stored, losing)
  const text = 'Is remote work possible?'
  expect(await tab.ask({ text })).toBe(arrives)
  expect(posts).toBe(1)
  expect(tab.getState().problem).toEqual(arrives ? null : { code: 'NOT_SENT' })
  if (arrives) await until(async () => tab.getState().phase === 'idle', 20_000)
  tab.close()
  const questions = (await stored()).filter(({ role }) => role === 'user')
  expect(questions.map(({ content }) => content)).toEqual(arrives ? [text] : [])
})

const unavailable = (data: object) =>
  Response.json(
    { code: 'UNAVAILABLE', data: { retryAfterSeconds: 2, ...data } },
    { status: 503, headers: { 'retry-after': '2' } },
  )
