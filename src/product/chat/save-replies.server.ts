import { sql } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { chat, chatMessage } from './tables.ts'

/** An answer that this process writes. */
export type Growing = {
  chatId: string
  messageId: string
  replyId: string
  text(): string
  /** It was stopped, deleted or given up for dead: it is not this process's to write any more. */
  lost(): void
}

const saveEveryMs = 1_000
const savedAtOnce = 200

/** With how much of it is saved. */
const growing = new Map<Growing, number>()
let timer: Timer | undefined
let saving: Promise<void> | null = null

/**
 * Saves an answer every second until the returned function is called, all answers of this process in
 * one statement. That it is saved, changed or not, also says that its producer is alive.
 */
export function saveAsItGrows(one: Growing): () => void {
  growing.set(one, -1)
  timer ??= setInterval(() => {
    // A database that is away for a moment is no reason to stop; the next second says it again.
    saving ??= saveAll()
      .catch(() => {})
      .finally(() => (saving = null))
  }, saveEveryMs)
  return () => {
    growing.delete(one)
    if (growing.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

async function saveAll() {
  const all = [...growing.keys()]
  for (let start = 0; start < all.length; start += savedAtOnce) {
    await save(all.slice(start, start + savedAtOnce))
  }
}

async function save(some: Growing[]) {
  const rows = some.map((one) => {
    const content = one.text()
    const unchanged = growing.get(one) === content.length
    return { ...ids(one), length: content.length, content: unchanged ? null : content }
  })
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as given(message uuid, chat uuid, reply text, content text)`
  const saved = await asSystem('chat: save answers as they grow', (tx) =>
    tx
      .update(chatMessage)
      .set({ content: sql`coalesce(given.content, ${chatMessage.content})`, updatedAt: sql`now()` })
      .from(given)
      .where(
        sql`${chatMessage.id} = given.message and ${chatMessage.status} = 'writing' and exists (
          select 1 from ${chat} where ${chat.id} = given.chat and ${chat.activeReplyId} = given.reply)`,
      )
      .returning({ id: chatMessage.id }),
  )
  const ours = new Set(saved.map(({ id }) => id))
  for (const [index, one] of some.entries()) {
    // One that has ended meanwhile is not lost.
    if (!growing.has(one)) continue
    if (ours.has(one.messageId)) growing.set(one, rows[index]?.length ?? 0)
    else one.lost()
  }
}

const ids = ({ messageId, chatId, replyId }: Growing) => ({
  message: messageId,
  chat: chatId,
  reply: replyId,
})
