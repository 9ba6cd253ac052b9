import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { WrappedPdfiumModule } from '@embedpdf/pdfium'
import { DocumentFailure } from './document-failure.ts'

/** PDFium's FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY. */
const lockedErrors = new Set([4, 5])

/** One open document in PDFium, the reader of Chrome as WebAssembly. Pointers are numbers, 0 is none. */
export interface OpenPdf {
  library: WrappedPdfiumModule
  document: number
  /** Its form, where it has one. */
  form: number
  /** Eight numbers that a call may write to. */
  slots: number
}

/** Throws FILE_ENCRYPTED when it takes a password, FILE_UNREADABLE when it cannot be mended. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const { init } = await import('@embedpdf/pdfium')
  const program = fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm'))
  const library = await init({ wasmBinary: new Uint8Array(await readFile(program)).buffer })
  library.PDFiumExt_Init()
  const start = library.pdfium.wasmExports.malloc(bytes.length)
  library.pdfium.HEAPU8.set(bytes, start)
  const document = library.FPDF_LoadMemDocument(start, bytes.length, '')
  if (document === 0) {
    const error = library.FPDF_GetLastError()
    throw new DocumentFailure(lockedErrors.has(error) ? 'FILE_ENCRYPTED' : 'FILE_UNREADABLE')
  }
  const hasForm = library.FPDF_GetFormType(document) !== 0
  const form = hasForm
    ? library.PDFiumExt_InitFormFillEnvironment(document, library.PDFiumExt_OpenFormFillInfo())
    : 0
  return { library, document, form, slots: library.pdfium.wasmExports.malloc(8 * 8) }
}

export const numberIn = ({ library, slots }: OpenPdf, slot: number) =>
  library.pdfium.HEAPF64[slots / 8 + slot] ?? 0

export const floatIn = ({ library, slots }: OpenPdf, slot: number) =>
  library.pdfium.HEAPF32[slots / 4 + slot] ?? 0

const longestString = 100_000

/** PDFium is asked twice for a string: for its length in bytes, then with room for it. */
export function bytesFrom(
  pdf: OpenPdf,
  ask: (buffer: number, length: number) => number,
): Uint8Array {
  const length = Math.min(ask(0, 0), longestString)
  if (length <= 0) return new Uint8Array()
  const { malloc, free } = pdf.library.pdfium.wasmExports
  const buffer = malloc(length)
  ask(buffer, length)
  const bytes = pdf.library.pdfium.HEAPU8.slice(buffer, buffer + length)
  free(buffer)
  return bytes
}

const withoutEnd = (text: string) => text.replace(/\0+$/, '')

export const wideString = (pdf: OpenPdf, ask: (buffer: number, length: number) => number) =>
  withoutEnd(new TextDecoder('utf-16le').decode(bytesFrom(pdf, ask)))

export const narrowString = (pdf: OpenPdf, ask: (buffer: number, length: number) => number) =>
  withoutEnd(new TextDecoder().decode(bytesFrom(pdf, ask)))
