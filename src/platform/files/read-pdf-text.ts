import { DocumentFailure } from './document-failure.ts'
import { settleActualText } from './pdf-actual-text.ts'
import { settleBullets } from './pdf-bullets.ts'
import { addFields, readFields } from './pdf-fields.ts'
import { readGlyphs } from './pdf-glyphs.ts'
import { hasWords } from './has-words.ts'
import { withoutHiddenLayers } from './pdf-layers.ts'
import { openPdf, type OpenPdf } from './pdf-library.ts'
import { linesOf, textOfLine } from './pdf-lines.ts'
import { isPortfolio, isXfaPlaceholder } from './pdf-shell.ts'

/** More than any CV has. */
const limitPages = 500

/**
 * The raw text of a PDF, line by line, and whether its last page is in it. Runs in the child process
 * alone (extract-text-child.ts). Throws DocumentFailure.
 */
export async function readPdfText(
  bytes: Uint8Array,
  limitCharacters: number,
): Promise<{ text: string; isWhole: boolean }> {
  const pdf = await openPdf(bytes)
  if (isPortfolio(pdf)) throw new DocumentFailure('FILE_PORTFOLIO')
  const count = pdf.library.FPDF_GetPageCount(pdf.document)
  let text = ''
  let number = 0
  while (number < Math.min(count, limitPages) && text.length <= limitCharacters) {
    text += `${readPage(pdf, number)}\n`
    number++
  }
  if (isXfaPlaceholder(pdf, text)) throw new DocumentFailure('FILE_XFA_FORM')
  if (!hasWords(text) && !showsPictures(pdf)) throw new DocumentFailure('FILE_BLANK')
  return { text, isWhole: number >= count }
}

function readPage(pdf: OpenPdf, number: number): string {
  const page = pdf.library.FPDF_LoadPage(pdf.document, number)
  if (page === 0) return ''
  const marks = settleBullets(
    settleActualText(pdf, withoutHiddenLayers(pdf, readGlyphs(pdf, page))),
  )
  const lines = addFields(linesOf(marks), readFields(pdf, page))
  pdf.library.FPDF_ClosePage(page)
  return lines.map(textOfLine).join('\n')
}

/** PDFium's FPDF_PAGEOBJ_IMAGE and FPDF_PAGEOBJ_FORM. */
const imageObject = 3
const formObject = 5
const pagesLookedAt = 3
const limitObjects = 5_000

function showsPictures(pdf: OpenPdf): boolean {
  const { library, document } = pdf
  for (let number = 0; number < pagesLookedAt; number++) {
    const page = library.FPDF_LoadPage(document, number)
    if (page === 0) return false
    const count = Math.min(library.FPDFPage_CountObjects(page), limitObjects)
    for (let index = 0; index < count; index++) {
      if (isPicture(pdf, library.FPDFPage_GetObject(page, index))) return true
    }
    library.FPDF_ClosePage(page)
  }
  return false
}

/** Programs wrap the picture of a scan into a form now and then. */
function isPicture(pdf: OpenPdf, object: number): boolean {
  const { library } = pdf
  const type = library.FPDFPageObj_GetType(object)
  if (type !== formObject) return type === imageObject
  const count = Math.min(library.FPDFFormObj_CountObjects(object), limitObjects)
  for (let index = 0; index < count; index++) {
    const inner = library.FPDFFormObj_GetObject(object, index)
    if (library.FPDFPageObj_GetType(inner) === imageObject) return true
  }
  return false
}
