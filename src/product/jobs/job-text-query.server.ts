import { sql, type SQL } from 'drizzle-orm'

/**
 * What was typed as a tsquery: words, "phrases", `or` and `-not` as on the web, and the last word
 * also as a beginning, because it is usually still being typed. Null when nothing can be searched.
 */
export function jobTextQuery(typed: string): SQL | null {
  if (!/[\p{L}\p{N}]/u.test(typed)) return null
  const { head, last } = splitLastWord(typed)
  if (last === null) return sql`websearch_to_tsquery('simple', ${typed})`
  // Quoted, so that the parser treats "node.js" here as it did in the document.
  const beginning = sql`to_tsquery('simple', ${`'${last}':*`})`
  return head === '' ? beginning : sql`(websearch_to_tsquery('simple', ${head}) && ${beginning})`
}

/** The word is null where a beginning makes no sense: inside quotes, excluded, or beside an `or`. */
function splitLastWord(typed: string): { head: string; last: string | null } {
  const match = /^(?:(.*)\s)?([^\s"'\\]+)$/su.exec(typed.trim())
  const head = match?.[1]?.trim() ?? ''
  const last = match?.[2] ?? ''
  const isWord = /^[\p{L}\p{N}]/u.test(last) && last.toLowerCase() !== 'or'
  const isInside = head.split('"').length % 2 === 0 || /(^|\s)or$/i.test(head)
  return { head, last: isWord && !isInside ? last : null }
}
