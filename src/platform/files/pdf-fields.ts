import { appearanceText } from './pdf-appearance.ts'
import { type Box, overlaps } from './pdf-glyphs.ts'
import { floatIn, type OpenPdf, wideString } from './pdf-library.ts'
import { type Line, textOfLine } from './pdf-lines.ts'
import { readHtmlText } from './read-chunk-text.ts'

/** Form-field values and text annotations, with their places. */
export interface Field extends Box {
  text: string
}

// The numbers of PDFium's headers.
const kinds = { note: 1, freeText: 3, stamp: 13, widget: 20 }
const fieldTypes = { checkBox: 2, radioButton: 3, comboBox: 4, listBox: 5, textField: 6 }
const hiddenFlags = 0b10_0010
const passwordFlag = 1 << 13
/** More appearances on a page are not drawn to see what they say. */
const limitAppearances = 200

/** The values of the page's form fields and the text of its notes, from the top to the bottom. */
export function readFields(pdf: OpenPdf, page: number): Field[] {
  const { library } = pdf
  const count = library.FPDFPage_GetAnnotCount(page)
  const fields: Field[] = []
  let appearances = 0
  const drawnText = (annotation: number) =>
    ++appearances <= limitAppearances ? appearanceText(pdf, annotation) : ''
  for (let index = 0; index < count; index++) {
    const annotation = library.FPDFPage_GetAnnot(page, index)
    if (annotation === 0) continue
    const text = textOf(pdf, annotation, drawnText).trim()
    if (text !== '' && library.FPDFAnnot_GetRect(annotation, pdf.slots)) {
      const [left, top, right, bottom] = [0, 1, 2, 3].map((slot) => floatIn(pdf, slot))
      fields.push({ text, left: left ?? 0, top: top ?? 0, right: right ?? 0, bottom: bottom ?? 0 })
    }
    library.FPDFPage_CloseAnnot(annotation)
  }
  return fields.toSorted((a, b) => b.top - a.top || a.left - b.left)
}

/** Text that a program did not store beside its appearance is read from what it draws. */
type DrawnText = (annotation: number) => string

function textOf(pdf: OpenPdf, annotation: number, drawnText: DrawnText): string {
  const { library } = pdf
  if (library.FPDFAnnot_GetFlags(annotation) & hiddenFlags) return ''
  const kind = library.FPDFAnnot_GetSubtype(annotation)
  if (kind === kinds.widget) return valueOf(pdf, annotation, drawnText)
  if (kind === kinds.stamp) return drawnText(annotation)
  if (kind !== kinds.note && kind !== kinds.freeText) return ''
  // "Accepted" and the like: the state of another note.
  if (library.FPDFAnnot_HasKey(annotation, 'StateModel')) return ''
  const contents = stringOf(pdf, annotation, 'Contents')
  if (contents.trim() !== '' || kind === kinds.note) return contents
  return richText(pdf, annotation, 'RC') || drawnText(annotation)
}

const stringOf = (pdf: OpenPdf, annotation: number, key: string) =>
  wideString(pdf, (buffer, length) =>
    pdf.library.FPDFAnnot_GetStringValue(annotation, key, buffer, length),
  )

/** Rich text is XHTML in a string. */
const richText = (pdf: OpenPdf, annotation: number, key: 'RC' | 'RV') =>
  readHtmlText(stringOf(pdf, annotation, key))
    .replace(/\s*\n\s*/g, '\n')
    .trim()

function valueOf(pdf: OpenPdf, widget: number, drawnText: DrawnText): string {
  const { library, form } = pdf
  const type = library.FPDFAnnot_GetFormFieldType(form, widget)
  // A field that no form lists is seen all the same.
  if (type <= 0) return drawnText(widget) || stringOf(pdf, widget, 'V')
  switch (type) {
    case fieldTypes.checkBox:
    case fieldTypes.radioButton:
      return isTicked(pdf, widget) ? '☑' : '☐'
    case fieldTypes.comboBox:
      return chosenOptions(pdf, widget) || drawnText(widget)
    case fieldTypes.listBox:
      return chosenOptions(pdf, widget)
    case fieldTypes.textField:
      if (library.FPDFAnnot_GetFormFieldFlags(form, widget) & passwordFlag) return ''
      return fieldValue(pdf, widget) || richText(pdf, widget, 'RV') || drawnText(widget)
    default:
      return ''
  }
}

/** The state that is shown (/AS): PDFium's own answer wants more of the file than readers do. */
function isTicked(pdf: OpenPdf, widget: number): boolean {
  const { library, form } = pdf
  const shown = stringOf(pdf, widget, 'AS')
  return (shown !== '' && shown !== 'Off') || library.FPDFAnnot_IsChecked(form, widget)
}

const fieldValue = (pdf: OpenPdf, widget: number) =>
  wideString(pdf, (buffer, length) =>
    pdf.library.FPDFAnnot_GetFormFieldValue(pdf.form, widget, buffer, length),
  )

const limitOptions = 1_000

/** The labels that are seen rather than the values that are sent. */
function chosenOptions(pdf: OpenPdf, widget: number): string {
  const { library, form } = pdf
  const count = Math.min(library.FPDFAnnot_GetOptionCount(form, widget), limitOptions)
  const labels: string[] = []
  for (let index = 0; index < count; index++) {
    if (!library.FPDFAnnot_IsOptionSelected(form, widget, index)) continue
    labels.push(
      wideString(pdf, (buffer, length) =>
        library.FPDFAnnot_GetOptionLabel(form, widget, index, buffer, length),
      ),
    )
  }
  // A combo box may take what is not among its options.
  return labels.join(', ') || fieldValue(pdf, widget)
}

const letters = (text: string) => text.replace(/\s+/gu, '')

/** Puts each value where it is seen: into the line at its height, or below the line above it. */
export function addFields(lines: Line[], fields: Field[]): Line[] {
  const added = [...lines]
  const drawn = lines.map((line) => ({ line, text: letters(textOfLine(line)) }))
  for (const field of fields) {
    // Some programs draw the value on the page as well.
    const inside = drawn.filter(({ line }) => overlaps(line, field)).map(({ text }) => text)
    if (inside.join('').includes(letters(field.text))) continue
    const line = lineBeside(added, field)
    if (line) {
      const at = line.pieces.findIndex(({ left }) => left >= field.left)
      const piece = { text: ` ${field.text} `, left: field.left }
      line.pieces.splice(at === -1 ? line.pieces.length : at, 0, piece)
      continue
    }
    const above = added.findLast(
      (one) => one.bottom >= (field.top + field.bottom) / 2 && sharesColumn(one, field),
    )
    const own = { ...field, pieces: [{ text: field.text, left: field.left }], isVertical: false }
    added.splice(above ? added.indexOf(above) + 1 : 0, 0, own)
  }
  return added
}

const sharesColumn = (line: Box, field: Box) => line.left <= field.right && line.right >= field.left

/** The nearest line at the field's height, and rather the one in front of it than the one behind. */
function lineBeside(lines: Line[], field: Field): Line | undefined {
  const beside = lines.filter((line) => {
    const shared = Math.min(line.top, field.top) - Math.max(line.bottom, field.bottom)
    return shared > (line.top - line.bottom) / 2
  })
  const inFront = beside.filter((line) => line.left <= field.left)
  const distance = (line: Line) => Math.max(0, field.left - line.right, line.left - field.right)
  return (inFront.length > 0 ? inFront : beside).toSorted((a, b) => distance(a) - distance(b))[0]
}
