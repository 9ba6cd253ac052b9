/** Requests as they arrive from a browser: over HTTP, with the cookies of whoever asks. */
import { StandardRPCJsonSerializer } from '@orpc/client/standard'
import { api } from '#/api/api.ts'
import { visitorCookieLine } from '#/auth/visitor-cookie.server.ts'
import { env } from '#/env.server.ts'
import { cookieWith } from '../sessions.ts'
import { shownOnPurpose } from './isolations.ts'
import { type Asker, people, type PersonName, secretOf, sessions, visitorId } from './world.ts'

const isPerson = (asker: Asker): asker is Asker & PersonName => asker in people

export function cookieOf(asker: Asker): string | undefined {
  if (asker === 'visitor') return visitorCookieLine(visitorId).split(';')[0]
  if (!isPerson(asker)) return undefined
  const session = sessions.find(({ userId }) => userId === people[asker].id)
  if (!session) throw new Error(`${asker} is not signed in`)
  return cookieWith(session.token)
}

export type Answer = { status: number; headers: Record<string, string>; body: string }

export async function ask(asker: Asker, path: string, init: RequestInit = {}): Promise<Answer> {
  const headers = new Headers({ ...init.headers, origin: env.APP_URL })
  const cookie = cookieOf(asker)
  if (cookie) headers.set('cookie', cookie)
  const response = await api.handle(new Request(`${env.APP_URL}/api/${path}`, { ...init, headers }))
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  }
}

const serializer = new StandardRPCJsonSerializer()

/** A procedure, in the protocol of our own pages. */
export function askProcedure(asker: Asker, name: string, input: unknown): Promise<Answer> {
  const [json, meta] = serializer.serialize(input)
  return ask(asker, `rpc/${name.replaceAll('.', '/')}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ json, meta }),
  })
}

/** To the byte: status, headers and body. An answer may repeat what it was asked for. */
export function isSame(one: Answer, other: Answer, asked: [string, string] = ['', '']): boolean {
  const written = ({ status, headers, body }: Answer, echo: string) =>
    JSON.stringify([
      status,
      Object.entries(headers).toSorted(),
      echo ? body.replaceAll(echo, '…') : body,
    ])
  return written(one, asked[0]) === written(other, asked[1])
}

const { a, b, candidate, stranger } = secretOf
/** The words that must not be in any answer to each of them. */
const hiddenFrom: Record<Asker, string[]> = {
  anonymous: [a, b, candidate, stranger],
  visitor: [a, b, candidate, stranger],
  removed: [a, b, candidate, stranger],
  platform: [a, b, candidate, stranger],
  stranger: [a, b, candidate],
  rival: [a, candidate],
  candidate: [a, b, stranger],
  member: [b, stranger],
  admin: [b, stranger],
  owner: [b, stranger],
}

export const holdsSecret = (asker: Asker, name: string, { body, headers }: Answer) =>
  !(`${asker} ${name}` in shownOnPurpose) &&
  hiddenFrom[asker].some((word) => body.includes(word) || JSON.stringify(headers).includes(word))
