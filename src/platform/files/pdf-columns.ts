import { type Cell, cellsOf, linesAgain, type MarkedLine } from './pdf-cells.ts'
import { cutsIn } from './pdf-column-cuts.ts'
import { inSections } from './pdf-column-sections.ts'

type Side = 'left' | 'right'

/** Shares of the height of the letters. */
const narrowestGutter = 0.8
const deepestIndent = 2.5
/** In points. */
const edgeTolerance = 3
/** Fewer rows are no columns, and fewer sentences that are cut in two no proof. */
const fewestCells = 4
const fewestCuts = 3
const smallestShareOfCuts = 0.1
/** Three columns need two gutters; a page has no more. */
const deepest = 3
const limitGutters = 12
/** A page with more of them is a drawing. */
const limitCells = 5_000

/**
 * Some programs draw two columns row by row, which cuts the sentences of both. The columns are taken
 * apart where a gutter stays free over several rows and sentences demonstrably go on below, not
 * beside. Tables, labels with values and dates at the right edge keep their rows: a wrong split is
 * worse than none.
 */
export function untangleColumns(lines: MarkedLine[]): MarkedLine[] {
  const cells = lines.flatMap(cellsOf)
  if (cells.length < 2 * fewestCells || cells.length > limitCells) return lines
  const ordered = untangle(cells, 0)
  return ordered === cells ? lines : linesAgain(ordered)
}

/** The cells column by column, or the same array when there are no columns. */
function untangle(cells: Cell[], depth: number): Cell[] {
  if (depth >= deepest || cells.length < 2 * fewestCells) return cells
  let best: { from: number; to: number; columns: Record<Side, Cell[]>; width: number } | undefined
  for (const gutter of guttersOf(cells)) {
    for (const { from, to } of bandsBeside(cells, gutter)) {
      const band = cells.slice(from, to)
      const columns = splitAt(band, gutter)
      const width = gutter - Math.max(...columns.left.map(({ right }) => right))
      if (areColumns(columns, band, gutter) && width > (best?.width ?? 0)) {
        best = { from, to, columns, width }
      }
    }
  }
  if (!best) return cells
  return [
    ...untangle(cells.slice(0, best.from), depth + 1),
    ...inSections(untangle(best.columns.left, depth + 1), untangle(best.columns.right, depth + 1)),
    ...untangle(cells.slice(best.to), depth + 1),
  ]
}

/** The left edges that several cells beside others share, the most frequent first. */
function guttersOf(cells: Cell[]): number[] {
  const edges: number[] = []
  for (const [at, cell] of cells.entries()) {
    const next = cells[at + 1]
    if (!next) break
    const [one, other] = cell.left < next.left ? [cell, next] : [next, cell]
    if (one.right < other.left) edges.push(other.left)
  }
  edges.sort((a, b) => a - b)
  const counted: { edge: number; count: number }[] = []
  for (const edge of edges) {
    const last = counted.at(-1)
    if (last && edge - last.edge <= edgeTolerance) last.count++
    else counted.push({ edge, count: 1 })
  }
  return counted
    .toSorted((a, b) => b.count - a.count)
    .slice(0, limitGutters)
    .map(({ edge }) => edge)
}

const sideOf = (cell: Cell, gutter: number): Side | undefined => {
  if (!cell.isPlain) return undefined
  if (cell.left >= gutter - 0.5) return 'right'
  return cell.right <= gutter - narrowestGutter * cell.size ? 'left' : undefined
}

/** The runs of cells of which none reaches across the gutter. */
function bandsBeside(cells: Cell[], gutter: number): { from: number; to: number }[] {
  const bands: { from: number; to: number }[] = []
  let from = 0
  for (let at = 0; at <= cells.length; at++) {
    const cell = cells[at]
    if (cell && sideOf(cell, gutter)) continue
    if (at - from >= 2 * fewestCells) bands.push({ from, to: at })
    from = at + 1
  }
  return bands
}

function splitAt(cells: Cell[], gutter: number): Record<Side, Cell[]> {
  const columns: Record<Side, Cell[]> = { left: [], right: [] }
  for (const cell of cells) columns[sideOf(cell, gutter) ?? 'left'].push(cell)
  return columns
}

function areColumns(columns: Record<Side, Cell[]>, band: Cell[], gutter: number): boolean {
  const { left, right } = columns
  if (left.length < fewestCells || right.length < fewestCells) return false
  const atEdge = right.filter((cell) => cell.left <= gutter + deepestIndent * cell.size)
  if (atEdge.length < right.length / 2) return false
  // The gutter would lie between bullets and their text.
  if (
    left.some(
      ({ text, ...cell }) => isBullet.test(text) && gutter - cell.right < deepestIndent * cell.size,
    )
  )
    return false
  if (isOfDates(left) || isOfDates(right)) return false
  const order = new Map(band.map((cell, at) => [cell, at]))
  const [one, other] = [cutsIn(left, order), cutsIn(right, order)]
  // Places or dates at the right edge stand far above each other.
  if (!one.isDense || !other.isDense) return false
  const cuts = one.cuts + other.cuts
  const certain = one.certain + other.certain
  // Two suffice where one of them is certain.
  const isProof = certain > 0 && cuts + Math.min(1, certain) >= fewestCuts
  return isProof && cuts >= smallestShareOfCuts * (one.pairs + other.pairs)
}

const isBullet = /^[\p{S}\p{P}]$/u
const date = /\b(19|20)\d\d\b/
const isOfDates = (cells: Cell[]) =>
  cells.filter(({ text }) => text.length < 30 && date.test(text)).length >= cells.length / 2
