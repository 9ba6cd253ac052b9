import { type DocumentKind, documentTypes } from './accepted-files.ts'
import { Refusal } from '#/rpc/refusal.ts'

const beginnings: Record<DocumentKind, string> = { pdf: '%PDF-', docx: 'PK\u0003\u0004' }
const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/**
 * What the bytes themselves say, whatever name and type were claimed. Throws FILE_TYPE_NOT_ALLOWED
 * and, for a Word document that was saved with a password, FILE_ENCRYPTED.
 */
export async function checkIsDocument(bytes: Uint8Array, claimed: DocumentKind): Promise<void> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (
    buffer.subarray(0, 8).equals(compoundFile) &&
    buffer.includes('EncryptedPackage', 0, 'utf16le')
  ) {
    throw new Refusal('FILE_ENCRYPTED')
  }
  // A document begins with its own mark: no other file in front of it that a reader would skip.
  if (!buffer.subarray(0, 5).toString('latin1').startsWith(beginnings[claimed])) {
    throw new Refusal('FILE_TYPE_NOT_ALLOWED')
  }
  const { fileTypeFromBuffer } = await import('file-type')
  const found = await fileTypeFromBuffer(bytes)
  if (found?.mime !== documentTypes[claimed]) throw new Refusal('FILE_TYPE_NOT_ALLOWED')
}
