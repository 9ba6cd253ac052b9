import type { ReactNode } from 'react'
import { Empty } from './console-layout.tsx'

interface ConsoleTableProps {
  /** The names of the columns; `>` before a name puts it at the right, as numbers are. */
  columns: string[]
  /** One row each, with as many cells. */
  children: ReactNode[]
  /** Shown instead of a table without rows. */
  empty?: ReactNode
  /** Each row leads to the link in it. */
  links?: boolean
}

/** On a narrow screen a row folds into two lines: its cells say with `at-…` what stays. */
export function ConsoleTable({ columns, children, empty, links }: ConsoleTableProps) {
  if (children.length === 0) {
    return empty ? (
      <div className="card">
        <Empty>{empty}</Empty>
      </div>
    ) : null
  }
  return (
    <div className="card card-flush table-scroll">
      <table className={`table table-folds ${links ? 'table-links' : ''}`}>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col" className={name.startsWith('>') ? 'number' : undefined}>
                {name === 'Action' ? (
                  <span className="visually-hidden">{name}</span>
                ) : (
                  name.replace('>', '')
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
