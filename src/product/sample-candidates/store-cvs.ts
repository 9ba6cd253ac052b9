import { createHash } from 'node:crypto'
import { writeObject } from '#/adapters/object-storage.server.ts'
import { env } from '#/env.server.ts'
import { documentTypes } from '#/platform/files/accepted-files.ts'
import { isLocalPart, untilReady } from '../../../scripts/seed/local-parts.ts'
import { pdfOf } from '../../../scripts/seed/write-pdf.ts'

/**
 * Writes the PDFs into the local storage, before any row points at them: whatever is interrupted
 * leaves objects that nobody knows of, never a file without its bytes. Does nothing without a local
 * storage; returns how many it wrote.
 */
export async function storeCvs(cvs: { storageKey: string; text: string }[]): Promise<number> {
  if (!isLocalPart('storage')) return 0
  await untilReady('The local storage', () => fetch(env.S3_ENDPOINT))
  await Promise.all(
    cvs.map(({ storageKey, text }) => writeObject(storageKey, pdfOf(text), documentTypes.pdf)),
  )
  return cvs.length
}

/** The size and the hash of its PDF, as a file's row has them. */
export function measureCv(text: string) {
  const bytes = pdfOf(text)
  return { sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}
