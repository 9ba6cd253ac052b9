/**
 * The log of a reply in Redis: a stream whose ids are the number of characters up to an entry's end
 * ("42-0"), so that a reader seeks to any character without counting and an append that is repeated
 * is refused. The end is an entry of its own, "<length>-1".
 */
export const logKey = (replyId: string) => `loam:reply:${replyId}`
/** There while somebody writes. */
export const leaseKey = (replyId: string) => `loam:reply:${replyId}:writer`

export type LogEntry = {
  /** Characters up to its end. */
  end: number
  /** Null for the end of the log. */
  text: string | null
}

export const entryFrom = ([id, fields]: [string, string[]]): LogEntry => ({
  end: Number.parseInt(id, 10),
  text: fields[0] === 'e' ? null : (fields[1] ?? ''),
})

/** What comes after this many characters. */
export const after = (characters: number) => `${characters}-0`
