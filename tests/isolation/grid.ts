/**
 * Expectations as a table in the source, so that they are read as one:
 *
 *              visitor  member
 *   a draft    -        ru
 *   + a job    -        c
 *
 * Columns are parted by two spaces or more.
 */
export type Grid<Column extends string> = Record<string, Record<Column, string>>

export function parseGrid<Column extends string>(
  text: string,
  columns: readonly Column[],
): Grid<Column> {
  const [head = [], ...lines] = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.trim().split(/\s{2,}/))
  if (head.join(' ') !== columns.join(' ')) {
    throw new Error(`the columns are ${columns.join(', ')}; found ${head.join(', ')}`)
  }
  const grid: Grid<Column> = {}
  for (const [label = '', ...cells] of lines) {
    if (cells.length !== columns.length || label in grid) throw new Error(`look at line "${label}"`)
    grid[label] = rowOf(columns, (_, at) => cells[at] ?? '')
  }
  return grid
}

/** The grid with other lines in the place of its own; one that changes nothing is a mistake. */
export function withLines<Column extends string>(
  grid: Grid<Column>,
  instead: Grid<Column>,
): Grid<Column> {
  for (const [label, line] of Object.entries(instead)) {
    if (!grid[label] || Bun.deepEquals(grid[label], line)) {
      throw new Error(`there is no other line "${label}" to change`)
    }
  }
  return { ...grid, ...instead }
}

export function rowOf<Column extends string>(
  columns: readonly Column[],
  cell: (column: Column, at: number) => string,
): Record<Column, string> {
  const row = Object.fromEntries(columns.map((column, at) => [column, cell(column, at)]))
  return row as Record<Column, string>
}

/** As it stands in the source: for copying what was observed, after it was understood. */
export function printGrid<Column extends string>(
  grid: Grid<Column>,
  columns: readonly Column[],
): string {
  const lines = [
    ['', ...columns],
    ...Object.entries(grid).map(([label, row]) => [label, ...columns.map((name) => row[name])]),
  ]
  const widths = ['', ...columns].map((_, at) =>
    Math.max(...lines.map((line) => line[at]?.length ?? 0)),
  )
  return lines
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
