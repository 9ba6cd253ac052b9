import { readGlyphs } from './pdf-glyphs.ts'
import type { OpenPdf } from './pdf-library.ts'
import { linesOf, textOfLine } from './pdf-lines.ts'

/** The text that the appearance stream of an annotation draws; '' when it has none. */
export function appearanceText(pdf: OpenPdf, annotation: number): string {
  const { library } = pdf
  const document = library.EPDFAnnot_ExportAppearanceAsDocument(annotation)
  if (document === 0) return ''
  const page = library.FPDF_LoadPage(document, 0)
  const lines = page === 0 ? [] : linesOf(readGlyphs(pdf, page))
  if (page !== 0) library.FPDF_ClosePage(page)
  library.FPDF_CloseDocument(document)
  return lines.map(textOfLine).join('\n')
}
