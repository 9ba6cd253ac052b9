import { floatIn, numberIn, narrowString, type OpenPdf } from './pdf-library.ts'
import { isSymbolFont, shownIn } from './symbol-fonts.ts'

/** In points, y upwards. */
export interface Box {
  left: number
  right: number
  bottom: number
  top: number
}

/** A letter that is drawn, and the text object that draws it. */
export interface Glyph extends Box {
  text: string
  /** The ends of its place in the line, with the white space that is part of the letter. */
  start: number
  end: number
  /** The height of its font. */
  size: number
  font: string
  object: number
  isUpright: boolean
}

/** PDFium leaves out the white space that a page does not draw and finds it again by distance. */
export type Mark = Glyph | ' ' | '\n' | ''

export const isGlyph = (mark: Mark): mark is Glyph => typeof mark !== 'string'

/** Ligatures, and Arabic and Hebrew letters in the form that they have in their place. */
const presentationForm = /^[\ufb00-\ufdff\ufe70-\ufefc]$/u

/** The glyphs drawn inside the page, in reading order. An icon separates words. */
export function readGlyphs(pdf: OpenPdf, page: number): Mark[] {
  const { library, slots } = pdf
  const text = library.FPDFText_LoadPage(page)
  if (text === 0) return []
  const paper = boxOfPage(pdf, page)
  const marks: Mark[] = []
  const styles = new Map<number, { font: string; isUpright: boolean }>()
  const count = library.FPDFText_CountChars(text)
  for (let index = 0; index < count; index++) {
    const code = library.FPDFText_GetUnicode(text, index)
    if (isBlank(code)) {
      if (code === 0x0a) marks.push('\n')
      else if (code !== 0x0d) marks.push(' ')
      continue
    }
    library.FPDFText_GetCharBox(text, index, slots, slots + 8, slots + 16, slots + 24)
    const box = {
      left: numberIn(pdf, 0),
      right: numberIn(pdf, 1),
      bottom: numberIn(pdf, 2),
      top: numberIn(pdf, 3),
    }
    if (paper && !overlaps(box, paper)) continue
    const isWide = library.FPDFText_GetLooseCharBox(text, index, slots)
    const place = isWide
      ? { start: floatIn(pdf, 0), end: floatIn(pdf, 2), size: floatIn(pdf, 1) - floatIn(pdf, 3) }
      : { start: box.left, end: box.right, size: box.top - box.bottom }
    const object = library.FPDFText_GetTextObject(text, index)
    let style = styles.get(object)
    if (!style) {
      style = {
        font: fontName(pdf, text, index),
        isUpright: Math.abs(library.FPDFText_GetCharAngle(text, index)) < 0.01,
      }
      styles.set(object, style)
    }
    const letter = readable(code, style.font)
    if (letter === ' ') marks.push(' ')
    else marks.push({ ...box, ...place, text: letter, object, ...style })
    // A hyphen at the end of a line, which PDFium joins with the next.
    if (code === 2) marks.push('\n')
  }
  library.FPDFText_ClosePage(text)
  return marks
}

const isBlank = (code: number) => code !== 2 && (code <= 0x20 || code > 0x10ffff)

function readable(code: number, font: string): string {
  // PDFium's code for a hyphen at the end of a line; and a soft hyphen that is drawn is seen.
  if (code === 2 || code === 0xad) return '-'
  const given = String.fromCodePoint(code)
  // PDFium knows the encoding of this font: "×" is the sign, not the code that draws another one.
  const isDecoded = code <= 0xff && isSymbolFont(font)
  const char = isDecoded ? given : shownIn(font, given)
  return presentationForm.test(char) ? char.normalize('NFKC') : char
}

const fontName = (pdf: OpenPdf, text: number, index: number) =>
  narrowString(pdf, (buffer, length) =>
    pdf.library.FPDFText_GetFontInfo(text, index, buffer, length, 0),
  )

function boxOfPage(pdf: OpenPdf, page: number): Box | undefined {
  if (!pdf.library.FPDF_GetPageBoundingBox(page, pdf.slots)) return undefined
  return {
    left: floatIn(pdf, 0),
    top: floatIn(pdf, 1),
    right: floatIn(pdf, 2),
    bottom: floatIn(pdf, 3),
  }
}

export const overlaps = (one: Box, other: Box) =>
  one.left <= other.right &&
  one.right >= other.left &&
  one.bottom <= other.top &&
  one.top >= other.bottom

export const boxAround = (boxes: Box[]): Box => ({
  left: Math.min(...boxes.map(({ left }) => left)),
  right: Math.max(...boxes.map(({ right }) => right)),
  bottom: Math.min(...boxes.map(({ bottom }) => bottom)),
  top: Math.max(...boxes.map(({ top }) => top)),
})
