import type { OpenPdf } from './pdf-library.ts'

/**
 * The source of objects that PDFium's functions tell nothing of: its copy of a document has all of them
 * in the clear. Each call of `copyOf` writes the whole document anew.
 */
export function copyOf({ library, document }: OpenPdf) {
  const writer = library.PDFiumExt_OpenFileWriter()
  library.PDFiumExt_SaveAsCopy(document, writer)
  const size = library.PDFiumExt_GetFileWriterSize(writer)
  const { malloc, free } = library.pdfium.wasmExports
  const buffer = malloc(size)
  library.PDFiumExt_GetFileWriterData(writer, buffer, size)
  const copy = Buffer.from(library.pdfium.HEAPU8.slice(buffer, buffer + size))
  free(buffer)
  library.PDFiumExt_CloseFileWriter(writer)

  /** A byte is a character; '' where there is no such object. */
  function sourceOf(number: string | undefined): string {
    const start = number === undefined ? -1 : copy.indexOf(`\n${number} 0 obj`)
    return start < 0 ? '' : copy.subarray(start, copy.indexOf('endobj', start)).toString('latin1')
  }
  const trailer = copy.subarray(copy.lastIndexOf('trailer')).toString('latin1')
  return { catalogue: sourceOf(trailer.match(/\/Root (\d+) /)?.[1]), sourceOf }
}
