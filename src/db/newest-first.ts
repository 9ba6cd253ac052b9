import { and, asc, desc, gt, lt } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

/** The row beside which a page begins; without one it is the newest page. */
export type AskedPage = { older?: string; newer?: string }

/**
 * One page of rows by their UUIDv7, the newest first. A page is found by the id beside it and not by
 * its number: the thousandth costs as much as the first, and a new row moves nothing to another page.
 *
 *   const page = newestFirst(chat.id, asked, 20)
 *   const rows = await tx.select()...where(and(isMine, page.where)).orderBy(page.order).limit(page.limit)
 *   return page.of(rows)
 */
export function newestFirst(id: PgColumn, { older, newer }: AskedPage, size: number) {
  return {
    where: and(older ? lt(id, older) : undefined, newer ? gt(id, newer) : undefined),
    order: newer ? asc(id) : desc(id),
    /** One more than is shown, which says whether the list goes on. */
    limit: size + 1,
    /** The rows to show, and the ids that lead to the pages beside them. */
    of: <Row extends { id: string }>(found: Row[]) => {
      const goesOn = found.length > size
      const rows = found.slice(0, size)
      if (newer) rows.reverse()
      return {
        rows,
        older: goesOn || newer ? (rows.at(-1)?.id ?? null) : null,
        newer: (newer ? goesOn : older) ? (rows[0]?.id ?? null) : null,
      }
    },
  }
}
