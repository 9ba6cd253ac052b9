/** Somebody without an account asks about a job, is limited, and signs in. */
import { afterEach, beforeAll, beforeEach, expect, test } from 'bun:test'
import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { api } from '#/api/api.ts'
import { clientAddressHeader } from '#/auth/client-address.ts'
import { visitorCookie, visitorCookieLine } from '#/auth/visitor-cookie.server.ts'
import { visitorDays } from '#/auth/visitor-days.ts'
import { asSystem } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { chat, chatMessage } from './tables.ts'
import { env } from '#/env.server.ts'
import {
  callsOf,
  createBrowser,
  goodPassword,
  newAddress,
  nthMailTo,
  openInbox,
  signUpAndConfirm,
} from '../../../tests/auth-browser.ts'
import { answerOf, messagesIn, publishedJob, refusalOf } from './test-world.ts'
import { testModel } from '../../../tests/local-services.ts'
import { as, createPerson } from '../../../tests/people.ts'
import { cookieOf } from '../../../tests/sessions.ts'
import { adoptChats } from './adopt-chats.server.ts'
import { forgetVisitors } from './forget-visitors.server.ts'
import { visitorLimits } from './limits.ts'
import { readFrames } from './reply-stream.ts'
import { stopReplies } from './running-replies.server.ts'
import { limitNetwork } from './welcome-visitor.server.ts'

let model: Awaited<ReturnType<typeof testModel>>
beforeAll(async () => {
  model = await testModel()
  await openInbox()
})
beforeEach(() => void (model.tokensPerSecond = 0))
afterEach(() => stopReplies(0))

const addressOf = () => `10.7.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}`

/** A browser without an account; it keeps the visitor's cookie. */
function newVisitor(given: { address?: string; origin?: string | null; site?: string } = {}) {
  const { address = addressOf(), origin = env.APP_URL, site } = given
  let cookie = ''
  async function request(method: string, path: string, body?: unknown) {
    const headers = new Headers({ [clientAddressHeader]: address })
    if (body !== undefined) headers.set('content-type', 'application/json')
    if (origin) headers.set('origin', origin)
    if (site) headers.set('sec-fetch-site', site)
    if (cookie) headers.set('cookie', cookie)
    const response = await api.handle(
      new Request(`${env.APP_URL}/api/${path}`, { method, headers, body: JSON.stringify(body) }),
    )
    const line = response.headers.getSetCookie().find((one) => one.startsWith(visitorCookie.name))
    if (line) cookie = line.slice(0, line.indexOf(';'))
    return response
  }
  return {
    cookie: () => cookie,
    setCookie: (given: string) => void (cookie = given),
    request,
    begin: (jobId: string) => request('POST', 'v1/chats', { jobId }),
    ask: (chatId: string, body: unknown) => request('POST', `chat/${chatId}`, body),
  }
}

async function visitorWithChat(given?: Parameters<typeof newVisitor>[0]) {
  const visitor = newVisitor(given)
  const about = await publishedJob()
  const begun = await visitor.begin(about.id)
  expect(begun.status).toBe(200)
  const { id: chatId } = await begun.json()
  return { visitor, about, chatId: String(chatId) }
}

const ownerIn = async (chatId: string) =>
  (
    await asSystem('test: whose is it', (tx) =>
      tx.select({ ownerId: chat.ownerId }).from(chat).where(eq(chat.id, chatId)),
    )
  )[0]?.ownerId

test('a visitor asks and reads; the cookie comes with the first conversation, and only then', async () => {
  const about = await publishedJob()
  const visitor = newVisitor()
  expect(await refusalOf(await visitor.request('GET', `v1/chats?jobId=${about.id}`))).toBe(
    '401 UNAUTHORIZED',
  )
  expect((await visitor.request('GET', `v1/jobs/${about.slug}`)).headers.getSetCookie()).toEqual([])
  const missing = await visitor.begin(Bun.randomUUIDv7())
  expect([missing.status, missing.headers.getSetCookie()]).toEqual([404, []])
  const begun = await visitor.begin(about.id)
  expect(begun.headers.getSetCookie()).toHaveLength(1)
  const { id } = await begun.json()
  expect((await answerOf(await visitor.ask(id, { text: 'What is the salary?' }))).status).toBe(
    'complete',
  )
  const read = await (await visitor.request('GET', `v1/chats/${id}`)).json()
  expect(read.messages).toHaveLength(2)
  const listed = await (await visitor.request('GET', `v1/chats?jobId=${about.id}`)).json()
  expect(listed.chats).toMatchObject([{ id, title: 'What is the salary?' }])
  expect(listed.questionsLeft).toBe(visitorLimits.questionsPerDay - 1)
  expect((await visitor.request('DELETE', `v1/chats/${id}`)).status).toBe(200)
  expect(await messagesIn(id)).toEqual([])
})

test('to other visitors, to people and to a forged cookie the conversation does not exist', async () => {
  const { visitor, chatId } = await visitorWithChat()
  const other = await visitorWithChat()
  const person = newVisitor()
  person.setCookie(await cookieOf(await createPerson()))
  for (const stranger of [other.visitor, person]) {
    expect(await refusalOf(await stranger.ask(chatId, { text: 'x' }))).toBe('404 NOT_FOUND')
    expect((await stranger.request('GET', `v1/chats/${chatId}`)).status).toBe(404)
    expect((await stranger.request('DELETE', `v1/chats/${chatId}`)).status).toBe(404)
    expect((await stranger.request('GET', `chat/${chatId}/stream`)).status).toBe(404)
  }
  const [id = ''] = visitor.cookie().split('=')[1]?.split('.') ?? []
  const past = visitorCookieLine(id, Date.now() - 40 * 24 * 60 * 60_000)
  const someone = visitorCookieLine(crypto.randomUUID()).split(/[=;]/)[1] ?? ''
  for (const forged of [
    past.slice(0, past.indexOf(';')),
    `${visitorCookie.name}=${id}.${someone.split('.').slice(1).join('.')}`,
    `${visitorCookie.name}=${id}`,
    `${visitorCookie.name}=`,
  ]) {
    const nobody = newVisitor()
    nobody.setCookie(forged)
    expect(await refusalOf(await nobody.ask(chatId, { text: 'x' }))).toBe('401 UNAUTHORIZED')
    expect((await nobody.request('GET', `v1/chats/${chatId}`)).status).toBe(401)
  }
  expect(await messagesIn(chatId)).toEqual([])
})

test('another site can neither make a visitor nor ask in the name of one', async () => {
  const about = await publishedJob()
  for (const from of [
    { origin: 'https://evil.example' },
    { origin: null },
    { site: 'cross-site' },
    { site: 'same-site', origin: null },
  ]) {
    const begun = await newVisitor(from).begin(about.id)
    expect([begun.status, begun.headers.getSetCookie()]).toEqual([403, []])
  }
  const { visitor, chatId } = await visitorWithChat()
  for (const from of [{ origin: 'https://evil.example' }, { site: 'cross-site' }]) {
    const elsewhere = newVisitor(from)
    elsewhere.setCookie(visitor.cookie())
    expect(await refusalOf(await elsewhere.ask(chatId, { text: 'x' }))).toBe('403 FORBIDDEN')
  }
})

test('a visitor asks a few questions a day, and a new cookie does not help the network for long', async () => {
  const address = addressOf()
  const { visitor, chatId } = await visitorWithChat({ address })
  for (let asked = 0; asked < visitorLimits.questionsPerDay; asked++) {
    expect((await answerOf(await visitor.ask(chatId, { text: 'Is it remote?' }))).status).toBe(
      'complete',
    )
  }
  const refused = await visitor.ask(chatId, { text: 'One more?' })
  expect(refused.status).toBe(402)
  const { code, data } = await refused.json()
  expect(code).toBe('VISITOR_LIMIT_REACHED')
  expect(new Date(data.resetsAt).getTime()).toBeGreaterThan(Date.now())
  expect(await messagesIn(chatId)).toHaveLength(2 * visitorLimits.questionsPerDay)

  // The others who sit behind the same address ask until one question is left for it.
  const network = new Headers({ [clientAddressHeader]: address })
  const counted = visitorLimits.questionsPerDay + 1
  for (let asked = counted; asked < visitorLimits.perAddress.max - 1; asked++) {
    await limitNetwork('asks', network)
  }
  const last = await visitorWithChat({ address })
  expect((await answerOf(await last.visitor.ask(last.chatId, { text: 'Remote?' }))).status).toBe(
    'complete',
  )
  const newcomer = await visitorWithChat({ address })
  expect(await refusalOf(await newcomer.visitor.ask(newcomer.chatId, { text: 'Remote?' }))).toBe(
    '402 NETWORK_LIMIT_REACHED',
  )
  const elsewhere = await visitorWithChat()
  expect((await elsewhere.visitor.ask(elsewhere.chatId, { text: 'Remote?' })).status).toBe(200)
}, 30_000)

test('whoever signs up in this browser keeps the conversation, once; after signing out it is gone', async () => {
  const { visitor, chatId } = await visitorWithChat()
  await answerOf(await visitor.ask(chatId, { text: 'Is it remote?' }))
  const browser = createBrowser()
  const [name = '', value = ''] = visitor.cookie().split('=')
  browser.cookies.set(name, value)
  const email = newAddress()
  await browser.post('sign-up/email', { name: 'Ada', email, password: goodPassword, locale: 'en' })
  expect(await ownerIn(chatId)).toStartWith('visitor:')
  const { link } = await nthMailTo(email, 1)
  await browser.open(link)
  expect(await browser.signedInAs()).toBe(email)
  expect(browser.cookies.has(name)).toBe(false)
  const calls = callsOf(browser)
  expect((await calls.chat.read({ chatId })).messages).toHaveLength(2)
  expect((await calls.chat.list({})).chats).toHaveLength(1)

  // The old cookie, copied before, opens nothing any more.
  expect(await refusalOf(await visitor.ask(chatId, { text: 'x' }))).toBe('404 NOT_FOUND')
  const thief = createBrowser()
  thief.cookies.set(name, value)
  await signUpAndConfirm(thief)
  expect((await callsOf(thief).chat.list({})).chats).toEqual([])
  expect(await ownerIn(chatId)).not.toStartWith('visitor:')

  await browser.post('sign-out', {})
  expect(
    await callsOf(browser)
      .chat.read({ chatId })
      .catch((error) => error.code),
  ).toBe('UNAUTHORIZED')
}, 30_000)

test('whoever signs in keeps it too; a wrong password takes nothing', async () => {
  const { visitor, chatId } = await visitorWithChat()
  const email = await signUpAndConfirm(createBrowser())
  const browser = createBrowser()
  const [name = '', value = ''] = visitor.cookie().split('=')
  browser.cookies.set(name, value)
  await browser.post('sign-in/email', { email, password: 'not the right one' })
  expect(await ownerIn(chatId)).toStartWith('visitor:')
  expect(browser.cookies.has(name)).toBe(true)
  await browser.post('sign-in/email', { email, password: goodPassword })
  expect((await callsOf(browser).chat.list({})).chats).toMatchObject([{ id: chatId }])
  expect(browser.cookies.has(name)).toBe(false)
}, 30_000)

test('of two people who come with the same cookie at once, one has the conversation', async () => {
  const { visitor, chatId } = await visitorWithChat()
  const [visitorId = ''] = visitor.cookie().split('=')[1]?.split('.') ?? []
  const people = [await createPerson(), await createPerson()]
  const adopted = await Promise.all(people.map(({ id }) => adoptChats(visitorId, id)))
  expect(adopted.toSorted()).toEqual([0, 1])
  const lists = await Promise.all(people.map((one) => as(one).chat.list({})))
  expect(lists.flatMap(({ chats }) => chats.map(({ id }) => id))).toEqual([chatId])
  expect(await adoptChats(visitorId, people[0]?.id ?? '')).toBe(0)
})

// The embedded database has one connection: nothing waits for another there.
test.skipIf(!process.env.TEST_DATABASE_URL)(
  'answers that are saved in the other order at that moment do not keep it from happening',
  async () => {
    const visitorId = crypto.randomUUID()
    const ownerId = `visitor:${visitorId}`
    const chats = await Promise.all(
      [1, 2].map(async () => ({
        ownerId,
        id: Bun.randomUUIDv7(),
        jobId: (await publishedJob()).id,
      })),
    )
    const messages = chats.map(({ id: chatId }) => ({
      ownerId,
      chatId,
      id: Bun.randomUUIDv7(),
      role: 'user' as const,
      content: 'Is it remote?',
    }))
    await asSystem('test: two conversations', async (tx) => {
      await tx.insert(chat).values(chats)
      await tx.insert(chatMessage).values(messages)
    })
    const person = await createPerson()
    const isWaiting = Promise.withResolvers<void>()
    const save = (tx: Tx, at: number) =>
      tx
        .update(chatMessage)
        .set({ content: 'saved' })
        .where(eq(chatMessage.id, messages[at]?.id ?? ''))
    const holdsSecond = Promise.withResolvers<void>()
    const saving = asSystem('test: save both, the second first', async (tx) => {
      await save(tx, 1)
      holdsSecond.resolve()
      await isWaiting.promise
      await save(tx, 0)
    }).catch((error: Error) => error)
    await holdsSecond.promise
    const adopting = adoptChats(visitorId, person.id)
    for (let looks = 0; looks < 200; looks++) {
      const { rows } = await asSystem('test: does it wait', (tx) =>
        tx.execute<{ waiting: boolean }>(
          sql`select exists (select from pg_locks where not granted) as waiting`,
        ),
      ).then((found) =>
        z.object({ rows: z.array(z.object({ waiting: z.boolean() })) }).parse(found),
      )
      if (rows[0]?.waiting) break
      await Bun.sleep(10)
    }
    isWaiting.resolve()
    expect(await adopting).toBe(2)
    await saving
    for (const { id } of chats) {
      expect(await ownerIn(id)).toBe(person.id)
      expect((await messagesIn(id)).map((message) => message.ownerId)).toEqual([person.id])
    }
  },
  20_000,
)

test('an answer that is being written when its visitor signs in goes on for the person', async () => {
  // About ten seconds, and a reader is looked at again after four.
  model.tokensPerSecond = 10
  const { visitor, chatId } = await visitorWithChat()
  const response = await visitor.ask(chatId, { text: 'Is it remote?' })
  const frames = readFrames(response.body ?? new ReadableStream())
  let before = ''
  for (let frame = await frames.next(); !frame.done && !before; frame = await frames.next()) {
    if (frame.value.event === 'text') before = frame.value.data
  }
  const [visitorId = ''] = visitor.cookie().split('=')[1]?.split('.') ?? []
  const person = await createPerson()
  expect(await adoptChats(visitorId, person.id)).toBe(1)
  // The visitor's connection ends within seconds; the answer does not.
  const rest = await Array.fromAsync(frames)
  expect(rest.some(({ event }) => event === 'end')).toBe(false)
  expect((await messagesIn(chatId))[1]?.status).toBe('writing')
  const reader = newVisitor()
  reader.setCookie(await cookieOf(person))
  const followed = await reader.request('GET', `chat/${chatId}/stream`)
  const { text, status } = await answerOf(followed)
  expect(status).toBe('complete')
  expect(text).toStartWith(before)
  const [, stored] = await messagesIn(chatId)
  expect(stored).toMatchObject({ content: text, status: 'complete', ownerId: person.id })
}, 30_000)

test('conversations in which nothing was said do not pile up', async () => {
  const about = await publishedJob()
  const person = await createPerson()
  const created = await Promise.all(
    Array.from({ length: 8 }, () => as(person).chat.create({ jobId: about.id })),
  )
  expect(new Set(created.map(({ id }) => id)).size).toBe(1)

  const { visitor } = await visitorWithChat()
  for (let chats = 1; chats < visitorLimits.chats; chats++) {
    expect((await visitor.begin((await publishedJob()).id)).status).toBe(200)
  }
  expect(await refusalOf(await visitor.begin((await publishedJob()).id))).toBe('409 CHATS_FULL')
})

test('what visitors asked is deleted after the days that they were told, and nothing else', async () => {
  const { id: jobId } = await publishedJob()
  const person = await createPerson()
  const ago = (days: number) => new Date(Date.now() - days * 24 * 60 * 60_000)
  const rows = [
    { ownerId: `visitor:${crypto.randomUUID()}`, updatedAt: ago(visitorDays + 0.1) },
    { ownerId: `visitor:${crypto.randomUUID()}`, updatedAt: ago(visitorDays - 0.1) },
    { ownerId: person.id, updatedAt: ago(400) },
  ].map((row) => ({ ...row, id: Bun.randomUUIDv7(), jobId }))
  await asSystem('test: old conversations', (tx) => tx.insert(chat).values(rows))
  expect(await forgetVisitors()).toBe(1)
  const owners = await Promise.all(rows.map(({ id }) => ownerIn(id)))
  expect(owners).toEqual([undefined, rows[1]?.ownerId, person.id])
  expect(await forgetVisitors()).toBe(0)
})

test('it is done every night', async () => {
  const found = await asSystem('test: the schedule', (tx) =>
    tx.execute(sql`select name, cron from pgboss.schedule where name = 'forget-visitors'`),
  )
  expect(found).toMatchObject({ rows: [{ cron: '23 3 * * *' }] })
})
