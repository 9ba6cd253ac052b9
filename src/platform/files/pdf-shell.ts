import { copyOf } from './pdf-copy.ts'
import { narrowString, type OpenPdf } from './pdf-library.ts'

/** PDFium's number for a form that its reader has to lay out itself (/NeedsRendering). */
const dynamicXfa = 2
const anyXfa = new Set([dynamicXfa, 3])
const limitXfaBytes = 4_000_000

/** A portfolio shows a cover; its documents are files inside of it. An attachment alone is none. */
export function isPortfolio(pdf: OpenPdf): boolean {
  const { library, document } = pdf
  if (library.FPDFDoc_GetAttachmentCount(document) === 0) return false
  return /\/Collection\b/.test(copyOf(pdf).catalogue)
}

/**
 * Whether the pages only ask for a reader that can show the form. The words of an XFA form stand in
 * its packets; where pages hold most of them, or text of their own, they are the document.
 */
export function isXfaPlaceholder(pdf: OpenPdf, pagesText: string): boolean {
  const type = pdf.library.FPDF_GetFormType(pdf.document)
  if (!anyXfa.has(type)) return false
  const onPages = new Set(wordsOf(pagesText))
  const inForm = new Set(wordsOf(xfaText(pdf)))
  const shown = [...inForm].filter((word) => onPages.has(word)).length
  if (inForm.size > 0 && shown >= inForm.size / 2) return false
  // The sentence of Adobe's programs has 60 words, and twice that in two languages.
  return type === dynamicXfa ? onPages.size < 150 : asksToWait.test(pagesText)
}

const asksToWait = /please wait|bitte warten|aguarde|veuillez patienter|espere|attendere/i

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []

function xfaText(pdf: OpenPdf): string {
  const { library, document } = pdf
  let text = ''
  for (let index = 0; index < library.FPDF_GetXFAPacketCount(document); index++) {
    const name = narrowString(pdf, (buffer, length) =>
      library.FPDF_GetXFAPacketName(document, index, buffer, length),
    )
    if (/config|localeSet|connectionSet|stylesheet|preamble|postamble/i.test(name)) continue
    if (text.length < limitXfaBytes) text += packet(pdf, index)
  }
  return text.replace(/<(script|config|localeSet)\b[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' ')
}

function packet({ library, document, slots }: OpenPdf, index: number): string {
  const { malloc, free } = library.pdfium.wasmExports
  library.FPDF_GetXFAPacketContent(document, index, 0, 0, slots)
  const size = library.pdfium.getValue(slots, 'i32')
  if (size <= 0 || size > limitXfaBytes) return ''
  const buffer = malloc(size)
  library.FPDF_GetXFAPacketContent(document, index, buffer, size, slots)
  const text = new TextDecoder().decode(library.pdfium.HEAPU8.slice(buffer, buffer + size))
  free(buffer)
  return text
}
