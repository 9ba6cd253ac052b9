import { type Glyph, isGlyph, type Mark } from './pdf-glyphs.ts'

const combining: Record<string, string> = {
  '`': '\u0300',
  '\u00b4': '\u0301',
  '^': '\u0302',
  '\u02c6': '\u0302',
  '~': '\u0303',
  '\u02dc': '\u0303',
  '\u00af': '\u0304',
  '\u02d8': '\u0306',
  '\u02d9': '\u0307',
  '\u00a8': '\u0308',
  '\u02da': '\u030a',
  '\u02dd': '\u030b',
  '\u02c7': '\u030c',
  '\u00b8': '\u0327',
  '\u02db': '\u0328',
}

/** How many marks may lie between an accent and its letter. */
const reach = 3

/**
 * TeX draws "é" as an accent and an e over each other. The two are one letter, and what was found as
 * white space around the accent is measured again.
 */
export function joinAccents(marks: Mark[]): Mark[] {
  const joined = [...marks]
  for (let at = joined.length - 1; at >= 0; at--) {
    const accent = joined[at]
    if (accent === undefined || !isGlyph(accent)) continue
    const mark = combining[accent.text] ?? (/^\p{M}$/u.test(accent.text) ? accent.text : undefined)
    if (mark === undefined) continue
    const letter = [nearest(joined, at, 1), nearest(joined, at, -1)].find(
      (glyph) =>
        glyph && isUnder(glyph, accent) && (glyph.text + mark).normalize('NFC').length === 1,
    )
    if (!letter) continue
    letter.text = (letter.text + mark).normalize('NFC')
    let from = at
    let to = at + 1
    while (from > 0 && !isGlyphAt(joined, from - 1)) from--
    while (to < joined.length && !isGlyphAt(joined, to)) to++
    const before = joined[from - 1]
    const after = joined[to]
    const between = before && after && isGlyph(before) && isGlyph(after) ? apart(before, after) : []
    joined.splice(from, to - from, ...between)
  }
  return joined
}

function isGlyphAt(marks: Mark[], at: number): boolean {
  const mark = marks[at]
  return mark !== undefined && isGlyph(mark)
}

function nearest(marks: Mark[], at: number, step: 1 | -1): Glyph | undefined {
  for (let distance = 1; distance <= reach; distance++) {
    const mark = marks[at + step * distance]
    if (mark !== undefined && isGlyph(mark)) return mark
  }
  return undefined
}

function isUnder(letter: Glyph, accent: Glyph): boolean {
  const middle = (accent.left + accent.right) / 2
  const slack = (letter.right - letter.left) * 0.2
  const height = letter.top - letter.bottom
  return (
    middle > letter.left - slack &&
    middle < letter.right + slack &&
    accent.bottom < letter.top + height &&
    accent.top > letter.bottom - height
  )
}

function apart(before: Glyph, after: Glyph): Mark[] {
  const height = Math.max(before.top - before.bottom, after.top - after.bottom)
  const shared = Math.min(before.top, after.top) - Math.max(before.bottom, after.bottom)
  if (shared < 0) return ['\n']
  return after.left - before.right > height * 0.25 ? [' '] : []
}
