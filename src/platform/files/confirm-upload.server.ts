import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { readObject, writeObject } from '#/adapters/object-storage.server.ts'
import { countAttempt } from '#/auth/rate-limit.server.ts'
import { asSystem, asUser } from '#/db/access.server.ts'
import { file } from './tables.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { type DocumentKind, documentTypes, limitFileBytes } from './accepted-files.ts'
import { discardObjects } from './discard-objects.server.ts'
import { extractText, inReadingTurn } from './extract-text.server.ts'
import { sniffDocument } from './sniff-document.ts'
import { uploadKeyOf } from './stored-keys.server.ts'
import type { StoredFile } from './contract.ts'

type Bytes = Uint8Array<ArrayBuffer>

type Owner = { userId: string }

/** Each may hold ten megabytes of memory and three seconds of a processor. */
const checkLimit = { max: 40, windowSeconds: 10 * 60 }

/** The checks that wait or run in this process: a second question about a file shares the answer. */
const checks = new Map<string, Promise<StoredFile>>()

/**
 * Looks at what the storage really received and makes the file usable, or refuses it for good. May
 * be called again after a crash, and for a file that is ready already. A storage that does not answer,
 * or with other bytes than were put there, says nothing about the file: Unavailable, and the upload
 * stays as it was.
 */
export function confirmUpload(owner: Owner, fileId: string): Promise<StoredFile> {
  const key = `${owner.userId}:${fileId}`
  const check = checks.get(key) ?? checkUpload(owner, fileId).finally(() => checks.delete(key))
  checks.set(key, check)
  return check
}

async function checkUpload(owner: Owner, fileId: string): Promise<StoredFile> {
  const { userId } = owner
  const own = and(eq(file.id, fileId), eq(file.userId, userId))
  const [row] = await asUser(owner, (tx) => tx.select().from(file).where(own))
  if (!row || row.status === 'rejected') throw new Refusal('NOT_FOUND')
  if (row.status === 'ready') return row
  const { allowed, retryAfterSeconds } = await countAttempt(`check-file:${userId}`, checkLimit)
  if (!allowed) throw new Refusal('RATE_LIMITED', { retryAfterSeconds })
  return inReadingTurn(userId, () => settleUpload(row))
}

async function settleUpload(row: typeof file.$inferSelect): Promise<StoredFile> {
  // What the check found, the person may not write.
  const settle = (found: Partial<typeof file.$inferInsert>) =>
    asSystem('files: keep what a check found', (tx) =>
      tx
        .update(file)
        .set(found)
        .where(and(eq(file.id, row.id), eq(file.userId, row.userId)))
        .returning({ id: file.id }),
    )
  // The permit was for exactly this many bytes: another number is the storage's mistake.
  const { sizeBytes } = row
  const bytes = await readObject(uploadKeyOf(row.id), limitFileBytes, { sizeBytes })
  if (!bytes) throw new Refusal('FILE_NOT_UPLOADED')
  const contentType = await checkDocument(bytes).catch(async (error: unknown) => {
    if (error instanceof Refusal && error.code !== 'RATE_LIMITED') {
      await settle({ status: 'rejected' })
      await discardObjects([uploadKeyOf(row.id)])
    }
    throw error
  })
  // These bytes, not the ones that may lie there by now: the permit to upload has not expired yet.
  await writeObject(row.storageKey, bytes, contentType)
  const ready = {
    status: 'ready' as const,
    contentType,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    confirmedAt: new Date(),
  }
  const settled = await settle(ready)
  await discardObjects([uploadKeyOf(row.id)])
  if (settled.length === 0) {
    // Given up, or deleted with the account, while it was checked.
    await discardObjects([row.storageKey])
    throw new Refusal('NOT_FOUND')
  }
  return { ...row, ...ready }
}

/** The type that the bytes have. */
async function checkDocument(bytes: Bytes): Promise<string> {
  const kind = kindOfBytes(bytes)
  await extractText(bytes, kind)
  return documentTypes[kind]
}

function kindOfBytes(bytes: Bytes): DocumentKind {
  const sniffed = sniffDocument(bytes)
  switch (sniffed) {
    case 'pdf':
    case 'docx':
      return sniffed
    case 'encrypted':
      throw new Refusal('FILE_ENCRYPTED')
    case 'unknown':
      throw new Refusal('FILE_TYPE_NOT_ALLOWED')
    default:
      throw new Refusal('FILE_OTHER_FORMAT', { format: sniffed })
  }
}

/** The person gave up; nothing happens to a file that is ready. */
export async function cancelUpload(owner: Owner, fileId: string) {
  const given = await asUser(owner, (tx) =>
    tx
      .delete(file)
      .where(and(eq(file.id, fileId), eq(file.userId, owner.userId), eq(file.status, 'permitted')))
      .returning({ id: file.id }),
  )
  await discardObjects(given.map(({ id }) => uploadKeyOf(id)))
  return { cancelled: given.length > 0 }
}
