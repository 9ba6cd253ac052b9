/** The job chat as a browser uses it: over its HTTP routes, with the cookies that it was given. */
import { asc, eq } from 'drizzle-orm'
import { api } from '#/api/api.ts'
import { asSystem } from '#/db/access.server.ts'
import { chatMessage } from './tables.ts'
import { env } from '#/env.server.ts'
import { readFrames, type ReplyFrame } from './reply-stream.ts'
import { createJob } from '#/product/jobs/test-world.ts'
import { as, createPerson, createTenant } from '../../../tests/people.ts'
import { cookieOf } from '../../../tests/sessions.ts'

export async function send(method: 'GET' | 'POST', path: string, cookie?: string, body?: unknown) {
  const headers = new Headers({ origin: env.APP_URL })
  if (cookie) headers.set('cookie', cookie)
  return api.handle(
    new Request(`${env.APP_URL}/api/chat/${path}`, {
      headers,
      ...(method === 'POST' && { method, body: JSON.stringify(body) }),
    }),
  )
}

export const publishedJob = async () => createJob(await createTenant(await createPerson()))

/** A new person and their empty conversation about a published job. */
export async function conversation() {
  const person = await createPerson()
  const about = await publishedJob()
  const { id: chatId } = await as(person).chat.create({ jobId: about.id })
  return { person, about, chatId, cookie: await cookieOf(person) }
}

export async function framesOf(response: Response): Promise<ReplyFrame[]> {
  if (!response.body) throw new Error(`no body: ${response.status}`)
  return Array.fromAsync(readFrames(response.body))
}

/** The text and how it ended; null when it was cut. */
export async function answerOf(response: Response) {
  const frames = await framesOf(response)
  const text = frames.map((frame) => (frame.event === 'text' ? frame.data : '')).join('')
  const end = frames.at(-1)
  return { text, status: end?.event === 'end' ? end.data.status : null }
}

/** How a request was refused: "409 REPLY_IN_PROGRESS". */
export async function refusalOf(response: Response): Promise<string> {
  const { code } = await response.json()
  return `${response.status} ${code}`
}

export const messagesIn = (chatId: string) =>
  asSystem('test: read messages', (tx) =>
    tx
      .select()
      .from(chatMessage)
      .where(eq(chatMessage.chatId, chatId))
      .orderBy(asc(chatMessage.id)),
  )
