import clsx from 'clsx'
import type { ReactNode } from 'react'

export interface Column<Row> {
  key: string
  header: ReactNode
  cell: (row: Row) => ReactNode
  /** Numbers and their headers stand at the end. */
  align?: 'end'
  /** For a column sorted now; put a Link or Button that sorts into `header`. */
  sorted?: 'ascending' | 'descending'
  /** Where space is short: gone on a phone, instead of a line of its own. */
  hideOnPhone?: boolean
  /** What can be done with the row: on a phone a small menu stands beside its name. */
  isMenu?: boolean
  className?: string
}

interface TableProps<Row> {
  /** What the rows are; read aloud. */
  caption: string
  /** The first column names the row. */
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  /** Shown in place of the rows when there are none. */
  empty?: ReactNode
}

/** Dense rows between hairlines. On a phone each row becomes a small list of "header: value". */
export function Table<Row>({ caption, columns, rows, rowKey, empty }: TableProps<Row>) {
  if (rows.length === 0 && empty) return empty
  return (
    <table className="w-full border-collapse text-left text-sm tabular-nums max-sm:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-sm:sr-only">
        <tr className="border-b">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              aria-sort={column.sorted}
              className={clsx(
                'h-9 px-4 text-xs font-medium whitespace-nowrap text-ink-muted',
                column.align === 'end' && 'text-right',
                column.className,
              )}
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y max-sm:block">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            className="transition-colors hover:bg-ink/3 max-sm:relative max-sm:grid max-sm:grid-cols-[auto_1fr] max-sm:items-center max-sm:gap-x-4 max-sm:gap-y-1.5 max-sm:px-4 max-sm:py-3"
          >
            {columns.map((column, index) => {
              const content = column.cell(row)
              const shared = clsx(
                'sm:h-11 sm:px-4 sm:py-2',
                column.hideOnPhone && 'max-sm:hidden',
                column.className,
              )
              if (index === 0) {
                return (
                  <th
                    key={column.key}
                    scope="row"
                    className={clsx(
                      'font-medium max-sm:col-span-2 max-sm:block',
                      columns.some(({ isMenu }) => isMenu) && 'max-sm:pr-10',
                      shared,
                    )}
                  >
                    {content}
                  </th>
                )
              }
              return (
                <td
                  key={column.key}
                  className={clsx(
                    column.isMenu
                      ? 'max-sm:absolute max-sm:top-3 max-sm:right-2'
                      : 'max-sm:contents',
                    column.align === 'end' && 'sm:text-right',
                    shared,
                  )}
                >
                  {!column.isMenu && (
                    <span aria-hidden="true" className="text-ink-muted sm:hidden">
                      {column.header}
                    </span>
                  )}
                  <div className="min-w-0 max-sm:text-right">{content}</div>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
