/** PDFs for tests whose pages are drawn operator by operator: what CVs do that plain text does not. */
import { latin, type PdfObject, writePdf } from '../scripts/seed/write-pdf.ts'

export interface DrawnPdf {
  /** The content streams, one a page. */
  pages: string[]
  /** More entries for each page's dictionary. */
  page?: string
  /** More entries for the catalogue. */
  catalogue?: string
  /** Dictionaries of fonts by the name that a page gives them; /F1 is Helvetica. */
  fonts?: Record<string, string>
  /** Objects that the entries above refer to, numbered from 1,000 like `objectNumber(0)`. */
  objects?: PdfObject[]
}

const helvetica =
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'

/** Objects of one's own come right after the catalogue and the tree of pages. */
export const objectNumber = (index: number) => 3 + index

export function drawnPdf({ pages, page = '', catalogue = '', fonts = {}, objects = [] }: DrawnPdf) {
  const first = 3 + objects.length
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`).join(' ')
  const named = Object.entries({ F1: helvetica, ...fonts }).map(
    ([name, font]) => `/${name} ${font}`,
  )
  const resources = `/Resources << /Font << ${named.join(' ')} >> >>`
  return writePdf([
    { dictionary: `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>` },
    { dictionary: `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>` },
    ...objects,
    ...pages.flatMap((content, index): PdfObject[] => [
      {
        dictionary: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${first + index * 2 + 1} 0 R ${resources} ${page} >>`,
      },
      { dictionary: '<< >>', stream: latin(content) },
    ]),
  ])
}

/** One piece of text at its place, in Helvetica. */
export const drawn = (x: number, y: number, text: string, size = 10) =>
  `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[\\()]/g, '\\$&')}) Tj ET\n`

/** Rows of cells 14 points below each other as some programs draw them: row by row, each cell at the left edge of its column. */
export const rowByRow = (edges: number[], rows: string[][], top = 730, size = 10) =>
  rows
    .flatMap((cells, row) =>
      cells.map((cell, column) =>
        cell === '' ? '' : drawn(edges[column] ?? 0, top - row * 14, cell, size),
      ),
    )
    .join('')

const hex4 = (code: number) => code.toString(16).padStart(4, '0')

/**
 * A font without outlines whose codes are those of the letters, each 0.55 em wide, with a ToUnicode
 * map: two objects, the map being object `number`.
 */
export function unicodeFont(letters: string, number: number, means = (letter: string) => letter) {
  const codes = [...new Set(letters)]
  const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex')
  const rows = codes.map((letter) => `<${hex4(letter.charCodeAt(0))}> <${utf16(means(letter))}>`)
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${rows.length} beginbfchar\n${rows.join('\n')}\nendbfchar endcmap end end`
  const descriptor =
    '<< /Type /FontDescriptor /FontName /AAAAAA+Own /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>'
  const descendant = `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${descriptor} /DW 550 /CIDToGIDMap /Identity >>`
  return {
    font: `<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Own /Encoding /Identity-H /DescendantFonts [${descendant}] /ToUnicode ${number} 0 R >>`,
    object: { dictionary: '<< >>', stream: latin(map) },
  }
}

/** Letters of such a font, by the name that the page gives it. */
export const drawnIn = (font: string, x: number, y: number, text: string, size = 10) =>
  `BT /${font} ${size} Tf ${x} ${y} Td <${[...text].map((letter) => hex4(letter.charCodeAt(0))).join('')}> Tj ET\n`
