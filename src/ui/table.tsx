import { Link, type LinkProps } from '@tanstack/react-router'
import clsx from 'clsx'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import type { ReactNode } from 'react'

export interface Column<Row> {
  key: string
  header: ReactNode
  cell: (row: Row) => ReactNode
  /** Numbers and their headers stand at the end. */
  align?: 'end'
  /** Where the header leads that sorts by this column; `now` when it already does. */
  sort?: { link: LinkProps; now?: 'ascending' | 'descending' }
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

/** The outer columns align with the panel's heading; the inner ones are closer on a tablet. */
const cellSpace = 'sm:px-3 sm:first:pl-4 sm:last:pr-4 xl:px-4'

/** Dense rows between hairlines. On a phone each row becomes a small list of "header: value". */
export function Table<Row>({ caption, columns, rows, rowKey, empty }: TableProps<Row>) {
  if (rows.length === 0 && empty) return empty
  return (
    // What is wider than the panel all the same can be scrolled to.
    <div className="sm:overflow-x-auto">
      <table className="w-full border-collapse text-left text-sm tabular-nums max-sm:block [&_time]:whitespace-nowrap">
        <caption className="sr-only">{caption}</caption>
        <thead className="max-sm:sr-only">
          <tr className="border-b">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                aria-sort={column.sort?.now}
                className={clsx(
                  'h-9 text-xs font-medium whitespace-nowrap text-ink-muted',
                  cellSpace,
                  column.align === 'end' && 'text-right',
                  column.className,
                )}
              >
                <ColumnHead header={column.header} sort={column.sort} align={column.align} />
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
                  'sm:h-11 sm:py-2',
                  cellSpace,
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
                      column.align === 'end' && 'sm:text-right sm:whitespace-nowrap',
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
    </div>
  )
}

/** On a phone, where the heads are only read aloud, nothing that cannot be seen takes the focus. */
function ColumnHead({ header, sort, align }: Pick<Column<never>, 'header' | 'sort' | 'align'>) {
  if (!sort) return header
  const Arrow = sort.now === 'descending' ? ArrowDown : ArrowUp
  return (
    <>
      <span className="sm:hidden">{header}</span>
      <Link
        {...sort.link}
        resetScroll={false}
        activeProps={{}}
        className={clsx(
          'group/sort inline-flex items-center align-middle gap-1 rounded-[2px] hover:text-ink max-sm:hidden',
          align === 'end' && 'flex-row-reverse',
          sort.now && 'text-ink',
        )}
      >
        {header}
        <Arrow
          aria-hidden="true"
          className={clsx(
            'size-3.5',
            !sort.now &&
              'opacity-0 group-hover/sort:opacity-60 group-focus-visible/sort:opacity-60',
          )}
        />
      </Link>
    </>
  )
}
