import { createHash } from 'node:crypto'
import { writeObject } from '#/adapters/object-storage.server.ts'
import { env } from '#/env.server.ts'
import { documentTypes } from '#/platform/files/accepted-files.ts'
import { storageKeyOf } from '#/platform/files/stored-keys.server.ts'
import { isLocalPart, untilReady } from './local-parts.ts'
import type { SeededCandidate, SeededCv } from './seeded-candidate.ts'
import { daysAgo } from './times.ts'
import { pdfOf } from './write-pdf.ts'

/** A CV whose PDF lies in the storage; its row is still to be written. */
export type StoredCv = SeededCv & {
  id: string
  storageKey: string
  sizeBytes: number
  sha256: string
}

/**
 * Writes the PDFs into the local storage, before any row points at them: whatever is interrupted
 * leaves objects that nobody knows of, never a file without its bytes. Null without a local storage.
 */
export async function storeCvs(candidates: SeededCandidate[]): Promise<StoredCv[][] | null> {
  if (!isLocalPart('storage')) return null
  await untilReady('The local storage', () => fetch(env.S3_ENDPOINT))
  return Promise.all(candidates.map(({ cvs }) => Promise.all(cvs.map(store))))
}

async function store(cv: SeededCv): Promise<StoredCv> {
  const id = Bun.randomUUIDv7('hex', daysAgo(cv.daysAgo))
  const bytes = pdfOf(cv.text)
  const storageKey = storageKeyOf(id)
  await writeObject(storageKey, bytes, documentTypes.pdf)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { ...cv, id, storageKey, sizeBytes: bytes.length, sha256 }
}
