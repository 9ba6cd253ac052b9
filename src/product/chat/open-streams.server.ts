import { sql } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { chat } from './tables.ts'
import { session, user } from '#/db/schema/identity.ts'
import { log } from '#/observability/log.server.ts'
import { unavailableIn } from '#/unavailable.ts'
import { type Asker, ownerOf } from './asker.server.ts'

/** A response that follows an answer. */
export type OpenStream = {
  asker: Asker
  chatId: string
  /** The session with which it was opened; null for a visitor. */
  sessionId: string | null
  /** Says something so that the connection does not look dead, when nothing else was said. */
  beat(): void
  /** Cuts it: the reader connects again, and is told then why not. */
  leave(): void
}

type Watched = {
  stream: OpenStream
  beatAt: number
  allowedAt: number
  /** Since when it is to be asked whether it still is; null when there was an answer. */
  dueSince: number | null
}

const heartbeatMs = 10_000
/** Whoever was signed out, banned or lost the conversation reads on for less than five seconds. */
const recheckMs = 1_000
const trustedMs = 4_000
/** After the process stood still everybody is asked about first, before they are cut. */
const answerMs = 1_000
const checkedAtOnce = 1_000

/** More than anybody has tabs, and too few to take the server's sockets from everybody else. */
export const maxStreamsOfOne = 200

declare global {
  var appOpenStreams: Set<Watched> | undefined
  var appStreamsOfOwners: Map<string, number> | undefined
}
const open = (): Set<Watched> => (globalThis.appOpenStreams ??= new Set())
const ofOwners = (): Map<string, number> => (globalThis.appStreamsOfOwners ??= new Map())

/** Whether this person or visitor has as many streams from this process as they may. */
export const hasAllStreams = (asker: Asker): boolean =>
  (ofOwners().get(ownerOf(asker)) ?? 0) >= maxStreamsOfOne

function count(owner: string, change: 1 | -1) {
  const streams = (ofOwners().get(owner) ?? 0) + change
  if (streams > 0) ofOwners().set(owner, streams)
  else ofOwners().delete(owner)
}

let timer: Timer | undefined
let checking = false

/** Keeps a stream alive and its reader entitled until the returned function is called. */
export function watchStream(stream: OpenStream): () => void {
  const now = performance.now()
  const watched: Watched = { stream, beatAt: now + heartbeatMs, allowedAt: now, dueSince: null }
  const owner = ownerOf(stream.asker)
  open().add(watched)
  count(owner, 1)
  timer ??= setInterval(look, 1_000)
  return () => {
    if (open().delete(watched)) count(owner, -1)
    if (open().size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** Cuts every stream of this process. */
export function leaveStreams() {
  for (const { stream } of open()) stream.leave()
}

/** Resolves when every stream has come to its end. */
export async function whenStreamsEnd(): Promise<void> {
  while (open().size > 0) await Bun.sleep(20)
}

function look() {
  const now = performance.now()
  const due: Watched[] = []
  for (const watched of open()) {
    if (watched.beatAt <= now) {
      watched.beatAt = now + heartbeatMs
      watched.stream.beat()
    }
    if (now - watched.allowedAt < recheckMs - 50) continue
    watched.dueSince ??= now
    // The database cannot be asked, or does not answer.
    const isUnanswered = now - watched.dueSince >= answerMs
    if (isUnanswered && now - watched.allowedAt > trustedMs) watched.stream.leave()
    else due.push(watched)
  }
  if (checking || due.length === 0) return
  checking = true
  recheck(due)
    .catch((error: unknown) => {
      if (!unavailableIn(error)) log.warn({ error: String(error) }, 'streams not checked')
    })
    .finally(() => (checking = false))
}

async function recheck(due: Watched[]) {
  for (let start = 0; start < due.length; start += checkedAtOnce) {
    const some = due.slice(start, start + checkedAtOnce)
    const now = performance.now()
    const allowed = await stillAllowed(some.map(({ stream }) => stream))
    for (const [index, watched] of some.entries()) {
      if (!allowed.has(index)) watched.stream.leave()
      watched.allowedAt = now
      watched.dueSince = null
    }
  }
}

/**
 * Which of these may still be read: the conversation is still theirs, and the session with which they
 * came is still good. One question for all of them; it asks what the policy of `chat` and the auth
 * engine ask for one.
 */
async function stillAllowed(streams: OpenStream[]): Promise<Set<number>> {
  const rows = streams.map(({ asker, chatId, sessionId }, index) => ({
    index,
    owner: ownerOf(asker),
    chat: chatId,
    session: sessionId,
  }))
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as given(index int, owner text, chat uuid, session text)`
  const found = await asSystem('chat: who may still read the open streams', (tx) =>
    tx
      .select({ index: sql<number>`given.index` })
      .from(given)
      .innerJoin(chat, sql`${chat.id} = given.chat and ${chat.ownerId} = given.owner`)
      .where(
        sql`given.session is null and given.owner like 'visitor:%' or exists (
          select 1 from ${session} join ${user} on ${user.id} = ${session.userId}
          where ${session.id} = given.session and ${session.userId} = given.owner
            and ${session.expiresAt} > now()
            and not (coalesce(${user.banned}, false)
              and coalesce(${user.banExpires} > now(), true)))`,
      ),
  )
  return new Set(found.map(({ index }) => index))
}
