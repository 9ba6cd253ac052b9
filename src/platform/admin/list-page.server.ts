import { ilike, or, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { ListInput } from './contract.ts'
import { pageSize } from './list-search.ts'

/** The search as it was typed: "50%" finds "50%", not everything that begins with 50. */
export function contains(columns: PgColumn[], search: string): SQL | undefined {
  if (search === '') return undefined
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`
  return or(...columns.map((column) => ilike(column, pattern)))
}

export const window = ({ page }: ListInput) => ({
  limit: pageSize,
  offset: (page - 1) * pageSize,
})
