import { type Glyph, isGlyph, type Mark } from './pdf-glyphs.ts'
import { bytesFrom, type OpenPdf } from './pdf-library.ts'
import { hasRightToLeft } from './reading-order.ts'

/**
 * PDFium lays the letters of an ActualText side by side over the object that it explains. The word for
 * an icon ("Phone") is no text that a reader sees, and a word in Hebrew or Arabic stays one sign, since
 * its letters lie the wrong way round.
 */
export function settleActualText(pdf: OpenPdf, marks: Mark[]): Mark[] {
  const texts = new Map<number, string>()
  const objects = new Map<number, Glyph[]>()
  for (const glyph of marks.filter(isGlyph)) {
    if (!texts.has(glyph.object)) texts.set(glyph.object, actualTextOf(pdf, glyph.object))
    if (texts.get(glyph.object) === '') continue
    const known = objects.get(glyph.object)
    if (known) known.push(glyph)
    else objects.set(glyph.object, [glyph])
  }
  if (objects.size === 0) return marks
  const replaced = new Map<Glyph, Mark>()
  for (const [object, glyphs] of objects) {
    const text = texts.get(object) ?? ''
    const [first] = glyphs
    if (!first) continue
    if (isIcon(glyphs)) for (const glyph of glyphs) replaced.set(glyph, ' ')
    else if (
      hasRightToLeft(text) &&
      sortedLetters(text) === sortedLetters(glyphs.map((glyph) => glyph.text).join(''))
    ) {
      for (const glyph of glyphs) replaced.set(glyph, '')
      replaced.set(first, { ...first, ...around(glyphs), text })
    }
  }
  return marks.map((mark) => (isGlyph(mark) ? (replaced.get(mark) ?? mark) : mark))
}

const sortedLetters = (text: string) => [...text.replace(/\s/gu, '')].toSorted().join('')

const around = (glyphs: Glyph[]) => ({
  left: Math.min(...glyphs.map(({ left }) => left)),
  right: Math.max(...glyphs.map(({ right }) => right)),
  start: Math.min(...glyphs.map(({ start }) => start)),
  end: Math.max(...glyphs.map(({ end }) => end)),
})

/** A word of three letters or more on a place that is too narrow to show it. */
function isIcon(glyphs: Glyph[]): boolean {
  const word = glyphs.map(({ text }) => text).join('')
  if (!/^[\p{L}\p{N}]{3,}/u.test(word)) return false
  const width = [...word].reduce((sum, char) => sum + (/[fijlrtI1.,:' -]/.test(char) ? 0.5 : 1), 0)
  const { left, right } = around(glyphs)
  const height = Math.max(...glyphs.map(({ top, bottom }) => top - bottom))
  return right - left < 0.45 * height * width
}

/** The ActualText that a text object is marked with. */
function actualTextOf(pdf: OpenPdf, object: number): string {
  const { library, slots } = pdf
  for (let index = 0; index < library.FPDFPageObj_CountMarks(object); index++) {
    const mark = library.FPDFPageObj_GetMark(object, index)
    // PDFium's answer as a string drops what is not UTF-8.
    const bytes = bytesFrom(pdf, (buffer, length) =>
      library.FPDFPageObjMark_GetParamBlobValue(mark, 'ActualText', buffer, length, slots)
        ? library.pdfium.getValue(slots, 'i32')
        : 0,
    )
    if (bytes.length > 0) return textString(bytes)
  }
  return ''
}

/** A text string of PDF: UTF-16 or UTF-8 after its mark, else an encoding close to Windows'. */
function textString(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xfe && bytes[1] === 0xff
  const isUtf8 = bytes[0] === 0xef && bytes[1] === 0xbb
  return new TextDecoder(isUtf16 ? 'utf-16be' : isUtf8 ? 'utf-8' : 'windows-1252').decode(bytes)
}
