import type { Cell } from './pdf-cells.ts'
import type { Box } from './pdf-glyphs.ts'

const beginsLow = /^\p{Ll}/u

/** Words that end no phrase and may begin the rest of one, in the languages that the product speaks. */
const linkWords =
  'and|or|of|the|a|an|for|in|to|at|with|by|from|on|that|who|which|und|oder|der|die|das|des|den|dem|für|mit|von|zu|zur|zum|im|bei|auf|e|ou|de|da|do|dos|em|no|na|com|por|para|que'
const endsWithLink = new RegExp(`\\s(${linkWords})$`, 'u')
const endsWithSign = /[,&–-]$/
const beginsWithLink = new RegExp(`^(${linkWords})\\s`, 'u')

interface Row extends Box {
  text: string
  size: number
  first: number
  last: number
}

function rowsOf(column: Cell[], order: Map<Cell, number>): Row[] {
  const rows: (Row & { line: Cell['line'] })[] = []
  for (const cell of column) {
    const at = order.get(cell) ?? 0
    const row = rows.at(-1)
    if (row?.line !== cell.line) rows.push({ ...cell, first: at, last: at })
    else {
      row.text += ` ${cell.text}`
      row.right = Math.max(row.right, cell.right)
      row.last = at
    }
  }
  return rows
}

/**
 * The other column interrupts this one in `pairs` of lines, and in `cuts` of them in a sentence. A
 * lower-case letter below may begin the cell of a table; a word that links the two lines, or a comma in
 * front of it, makes it certain. Most lines of a dense column stand right below each other.
 */
export function cutsIn(
  column: Cell[],
  order: Map<Cell, number>,
): { pairs: number; cuts: number; certain: number; isDense: boolean } {
  const rows = rowsOf(column, order)
  const below = rows.slice(1).filter((row, at) => isBelow(row, rows[at] ?? row))
  // Cells that all begin in lower case begin no sentence either.
  const beginnings = rows.filter(({ text }) => !beginsLow.test(text)).length
  const pairs = rows.flatMap((row, at) => {
    const next = rows[at + 1]
    return next && next.first > row.last + 1 ? [{ row, next }] : []
  })
  const left = Math.min(...rows.map((row) => row.left))
  const width = Math.max(...pairs.map(({ row }) => row.right)) - left
  let cuts = 0
  let certain = 0
  for (const { row, next } of beginnings > 1 ? pairs : []) {
    const isLine = isBelow(next, row) && row.right - left > width / 2
    // A sentence has several words, and ends where a line says so.
    if (!isLine || !/\S\s+\S/.test(row.text) || /[.:;!?]$/.test(row.text)) continue
    const isLow = beginsLow.test(next.text)
    const isSigned = endsWithSign.test(row.text)
    const isLinked = endsWithLink.test(row.text) || beginsWithLink.test(next.text)
    if (isLow || isSigned || isLinked) cuts++
    if (isLinked || (isLow && isSigned)) certain++
  }
  return { pairs: pairs.length, cuts, certain, isDense: below.length >= (rows.length - 1) / 2 }
}

function isBelow(low: Row, high: Row): boolean {
  const isAlike = Math.abs(low.size - high.size) < 0.15 * high.size
  return isAlike && low.top < high.top && high.bottom - low.top < 1.5 * high.size
}
