import type { DocxPackage } from './docx-package.ts'
import { chartText, diagramText } from './docx-drawing-text.ts'
import { formFieldText, type OpenFields, readFieldMark } from './docx-fields.ts'
import { type DocxNumbering, docxNumbering } from './docx-numbering.ts'
import { signsAround } from './docx-math.ts'
import { addBeside, assembled, emptyParagraph, lengthOf, type Paragraph } from './docx-paragraph.ts'
import { marginParts, type Section, sectionOf } from './docx-sections.ts'
import { type DocxStyles, docxStyles } from './docx-styles.ts'
import { childOf, childrenOf, isOn, textIn, type XmlElement } from './read-xml.ts'
import { symbolAt, textShownIn } from './symbol-fonts.ts'

/** The visible text of a document's parts. Each part is read once, even if it is referenced twice. */
type Reading = {
  parts: DocxPackage
  styles: DocxStyles
  numbering: DocxNumbering
  seen: Set<string>
  fields: OpenFields
  notes: { kind: 'footnote' | 'endnote'; id: string }[]
  sections: Section[]
  /** True if the mark of the last paragraph is gone, so that the next one goes on in its line. */
  isJoined: boolean
  hasImages: boolean
  /** The texts of parts in other formats that the document takes in. */
  chunks: Map<string, string>
}

/**
 * The text of the main part in the order in which it is read: headers, the body with its tables, text
 * boxes and diagrams, footnotes, endnotes, footers. Not read is what is not seen: deleted and hidden
 * text, instructions of fields, placeholders, comments.
 */
export function docxText(
  parts: DocxPackage,
  main: string,
  chunks: Map<string, string>,
): { text: string; hasImages: boolean } {
  const partOfType = (type: string) => parts.xmlOf(parts.targetOfType(main, type))
  const styles = docxStyles(partOfType('styles'))
  const reading: Reading = {
    parts,
    styles,
    numbering: docxNumbering(partOfType('numbering'), styles),
    seen: new Set(),
    fields: [],
    notes: [],
    sections: [],
    isJoined: false,
    hasImages: false,
    chunks,
  }
  const body = storyOf(parts.xmlOf(main), main, reading)
  const notes = [notesOf('footnote', main, reading), notesOf('endnote', main, reading)].join('')
  const settings = partOfType('settings') ?? undefined
  const hasEvenPages = isOn(childOf(settings, 'w:evenAndOddHeaders'))
  const headers = marginsOf('header', hasEvenPages, reading)
  const footers = marginsOf('footer', hasEvenPages, reading)
  const text = [headers, body, notes, footers].join('\n')
  return { text, hasImages: reading.hasImages }
}

/** A part of its own, whose fields do not go on in another. */
function storyOf(root: XmlElement | null, part: string, reading: Reading): string {
  reading.fields = []
  reading.isJoined = false
  return root ? blockOf(root, part, reading) : ''
}

function notesOf(kind: 'footnote' | 'endnote', main: string, reading: Reading) {
  const part = reading.parts.targetOfType(main, `${kind}s`)
  const root = reading.parts.xmlOf(part)
  if (!root || !part) return ''
  let text = ''
  for (const note of reading.notes) {
    if (note.kind !== kind || !isFirst(`${kind} ${note.id}`, reading)) continue
    const found = childrenOf(root).find(({ attributes }) => attributes.get('w:id') === note.id)
    text += `${storyOf(found ?? null, part, reading)}\n`
  }
  return text
}

/** A line that stands in the margins of the first and of every other page is read once. */
function marginsOf(kind: 'header' | 'footer', hasEvenPages: boolean, reading: Reading): string {
  const lines = new Set<string>()
  for (const part of marginParts(reading.sections, kind, hasEvenPages)) {
    const text = storyOf(reading.parts.xmlOf(part), part, reading)
    for (const line of text.split('\n')) lines.add(line.trim())
  }
  return [...lines].join('\n')
}

function isFirst(name: string, { seen }: Reading): boolean {
  if (seen.has(name)) return false
  seen.add(name)
  return true
}

/** Paragraphs, tables, and whatever holds them. */
function blockOf(element: XmlElement, part: string, reading: Reading): string {
  const around = emptyParagraph()
  readInto(around, element, part, reading)
  return assembled(around)
}

function readInto(paragraph: Paragraph, element: XmlElement, part: string, reading: Reading): void {
  for (const child of childrenOf(element)) readElement(paragraph, child, part, reading)
}

/** Deleted text, instructions, and properties. */
const unread = new Set(
  'w:del w:moveFrom w:delText w:instrText w:delInstrText w:rPr w:tblPr w:trPr w:tcPr w:tblGrid w:sdtPr'.split(
    ' ',
  ),
)

/** Reads an element into the paragraph that it stands in. */
function readElement(
  paragraph: Paragraph,
  element: XmlElement,
  part: string,
  reading: Reading,
): void {
  const { name, attributes } = element
  if (unread.has(name)) return
  const add = (text: string) => {
    if (reading.fields.every(({ inResult }) => inResult)) paragraph.text += text
  }
  const readChildren = () => readInto(paragraph, element, part, reading)

  switch (name) {
    case 'w:t':
    case 'a:t':
    case 'm:t':
      return add(textShownIn(paragraph.font, textIn(element).replace(/\s+/g, ' ')))
    case 'w:br':
    case 'w:cr':
    case 'a:br':
      return add('\n')
    case 'w:tab':
    case 'w:ptab':
      return add('\t')
    case 'w:noBreakHyphen':
      return add('-')
    case 'w:sym':
      return add(symbolAt(attributes.get('w:char'), attributes.get('w:font')))
    case 'w:p':
    case 'a:p':
      return void (paragraph.text += paragraphOf(element, part, reading))
    case 'w:r':
    case 'm:r': {
      const properties = childOf(element, 'w:rPr')
      if (reading.styles.isHidden(properties, paragraph.style)) return readMarks(element, reading)
      paragraph.font = reading.styles.fontOf(properties, paragraph.style)
      return readChildren()
    }
    case 'w:tbl':
      if (!/(^|\n)$/.test(paragraph.text)) paragraph.text += '\n'
      return readChildren()
    case 'w:tr': {
      const properties = childOf(element, 'w:trPr')
      const isSeen = !childOf(properties, 'w:del') && !isOn(childOf(properties, 'w:hidden'))
      return isSeen ? readChildren() : undefined
    }
    case 'w:tc':
      if (childOf(childOf(element, 'w:tcPr'), 'w:cellDel')) return
      readChildren()
      return void (paragraph.text += '\t')
    case 'w:fldChar':
      add(formFieldText(element))
      return readFieldMark(element, reading.fields)
    case 'w:sdt': {
      if (isOn(childOf(childOf(element, 'w:sdtPr'), 'w:showingPlcHdr'))) return
      const content = childOf(element, 'w:sdtContent')
      return content && readInto(paragraph, content, part, reading)
    }
    case 'mc:AlternateContent':
      return readAlternatives(paragraph, element, part, reading)
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      return addBeside(paragraph, blockOf(element, part, reading))
    case 'v:textpath':
      return addBeside(paragraph, attributes.get('string') ?? '')
    case 'dgm:relIds': {
      const target = reading.parts.targetOf(part, attributes.get('r:dm'))
      return addBeside(
        paragraph,
        target && isFirst(target, reading) ? diagramText(reading.parts, part, target) : '',
      )
    }
    case 'c:chart':
    case 'cx:chart': {
      const target = reading.parts.targetOf(part, attributes.get('r:id'))
      const root = target && isFirst(target, reading) ? reading.parts.xmlOf(target) : null
      return addBeside(paragraph, root ? chartText(root) : '')
    }
    case 'w:ruby': {
      const reads = childOf(element, 'w:rt')
      const base = childOf(element, 'w:rubyBase')
      if (base) readInto(paragraph, base, part, reading)
      // The reading stands above the line: behind it here, so that the line stays whole.
      if (reads) paragraph.after.push(blockOf(reads, part, reading))
      return
    }
    case 'm:d':
    case 'm:nary':
    case 'm:rad': {
      const { before, after } = signsAround(element)
      add(before)
      readChildren()
      return add(after)
    }
    case 'm:den':
      add('/')
      return readChildren()
    case 'w:footnoteReference':
    case 'w:endnoteReference': {
      const kind = name === 'w:footnoteReference' ? 'footnote' : 'endnote'
      return void reading.notes.push({ kind, id: attributes.get('w:id') ?? '' })
    }
    case 'w:altChunk': {
      const target = reading.parts.targetOf(part, attributes.get('r:id'))
      if (target && isFirst(target, reading)) add(`\n${reading.chunks.get(target) ?? ''}\n`)
      return
    }
    case 'w:sectPr':
      return void reading.sections.push(sectionOf(element, part, reading.parts))
    case 'w:pPr':
      // Of the properties, a section's end is the one that names parts.
      for (const child of childrenOf(element)) {
        if (child.name === 'w:sectPr') readElement(paragraph, child, part, reading)
      }
      return
    case 'a:blip':
    case 'v:imagedata':
      reading.hasImages = true
      return
    default:
      return readChildren()
  }
}

function paragraphOf(element: XmlElement, part: string, reading: Reading): string {
  const { styles, numbering, fields } = reading
  const properties = childOf(element, 'w:pPr')
  const style = styles.paragraphStyleOf(properties)
  const paragraph = emptyParagraph(style)
  const isJoined = reading.isJoined
  reading.isJoined = false
  readInto(paragraph, element, part, reading)
  // An instruction ends in its paragraph: one that is never closed does not hide the rest.
  while (fields.at(-1)?.inResult === false) fields.pop()
  const isEmpty = paragraph.text.trim() === ''
  const mark = childOf(properties, 'w:rPr')
  // A paragraph without a mark goes on in the next one, and without text it is not counted.
  const removal = childOf(mark, 'w:del') ?? childOf(mark, 'w:moveFrom')
  const goesOn = removal !== undefined || styles.isHidden(mark, style)
  const isCounted = element.name === 'w:p' && !isJoined && !(isEmpty && goesOn)
  const label = isCounted ? numbering.labelOf(properties, style) : ''
  if (!isEmpty) paragraph.text = label + paragraph.text
  reading.isJoined = goesOn && (isJoined || !isEmpty)
  return `${assembled(paragraph)}${goesOn ? '' : '\n'}`
}

/** A field that ends in hidden text has ended all the same. */
function readMarks(run: XmlElement, { fields }: Reading): void {
  for (const mark of childrenOf(run)) if (mark.name === 'w:fldChar') readFieldMark(mark, fields)
}

/** The first alternative that says something; the others say the same to other readers. */
function readAlternatives(
  paragraph: Paragraph,
  element: XmlElement,
  part: string,
  reading: Reading,
): void {
  const before = lengthOf(paragraph)
  for (const alternative of childrenOf(element)) {
    readInto(paragraph, alternative, part, reading)
    if (lengthOf(paragraph) > before) return
  }
}
