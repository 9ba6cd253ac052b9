import { isGlyph, type Mark } from './pdf-glyphs.ts'

const typewriter = /courier/i

/**
 * Word draws the bullets of second levels as an "o" of Courier New. One at the beginning of a line
 * whose text is in another font is a bullet, not a letter.
 */
export function settleBullets(marks: Mark[]): Mark[] {
  let isAtStart = true
  return marks.map((mark, at) => {
    const wasAtStart = isAtStart
    if (mark === '\n') isAtStart = true
    else if (isGlyph(mark)) isAtStart = false
    if (!isGlyph(mark) || !wasAtStart || mark.text !== 'o' || !typewriter.test(mark.font))
      return mark
    const next = marks.slice(at + 1, at + 4).find(isGlyph)
    const isText = next && !typewriter.test(next.font) && next.left - mark.right > mark.size / 2
    return isText ? { ...mark, text: '◦' } : mark
  })
}
