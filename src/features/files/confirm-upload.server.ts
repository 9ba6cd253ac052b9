import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { readObject, writeObject } from '#/adapters/object-storage.server.ts'
import { countAttempt } from '#/auth/rate-limit.server.ts'
import { asSystem, asUser } from '#/db/access.server.ts'
import { file } from '#/db/schema/files.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { type DocumentKind, kindOfType, limitFileBytes } from './accepted-files.ts'
import { discardObjects } from './discard-objects.server.ts'
import { extractText } from './extract-text.server.ts'
import { checkIsDocument } from './sniff-document.server.ts'
import { uploadKeyOf } from './stored-keys.server.ts'
import type { StoredFile } from './contract.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Each may hold ten megabytes of memory and ten seconds of a processor. */
const checkLimit = { max: 40, windowSeconds: 10 * 60 }

/**
 * Looks at what the storage really received and makes the file usable, or refuses it for good. May
 * be called again after a crash, and for a file that is ready already.
 */
export async function confirmUpload(
  owner: { userId: string },
  fileId: string,
): Promise<StoredFile> {
  const { userId } = owner
  const own = and(eq(file.id, fileId), eq(file.userId, userId))
  // What the check found, the person may not write.
  const settle = (found: Partial<typeof file.$inferInsert>) =>
    asSystem('files: keep what a check found', (tx) =>
      tx.update(file).set(found).where(own).returning({ id: file.id }),
    )
  const [row] = await asUser(owner, (tx) => tx.select().from(file).where(own))
  const kind = row && kindOfType(row.contentType)
  if (!row || !kind || row.status === 'rejected') throw new Refusal('NOT_FOUND')
  if (row.status === 'ready') return row
  const { allowed, retryAfterSeconds } = await countAttempt(`check-file:${userId}`, checkLimit)
  if (!allowed) throw new Refusal('RATE_LIMITED', { retryAfterSeconds })

  const bytes = await readObject(uploadKeyOf(fileId), limitFileBytes)
  if (!bytes) throw new Refusal('FILE_NOT_UPLOADED')
  try {
    await checkDocument(bytes, kind)
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'RATE_LIMITED') {
      await settle({ status: 'rejected' })
      await discardObjects([uploadKeyOf(fileId)])
    }
    throw error
  }
  // These bytes, not the ones that may lie there by now: the permit to upload has not expired yet.
  await writeObject(row.storageKey, bytes, row.contentType)
  const ready = {
    status: 'ready' as const,
    sizeBytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    confirmedAt: new Date(),
  }
  const settled = await settle(ready)
  await discardObjects([uploadKeyOf(fileId)])
  if (settled.length === 0) {
    // Given up, or deleted with the account, while it was checked.
    await discardObjects([row.storageKey])
    throw new Refusal('NOT_FOUND')
  }
  return { ...row, ...ready }
}

async function checkDocument(bytes: Bytes, kind: DocumentKind) {
  if (bytes.length === 0) throw new Refusal('FILE_EMPTY')
  await checkIsDocument(bytes, kind)
  await extractText(bytes, kind)
}

/** The person gave up; nothing happens to a file that is ready. */
export async function cancelUpload(owner: { userId: string }, fileId: string) {
  const given = await asUser(owner, (tx) =>
    tx
      .delete(file)
      .where(and(eq(file.id, fileId), eq(file.userId, owner.userId), eq(file.status, 'permitted')))
      .returning({ id: file.id }),
  )
  await discardObjects(given.map(({ id }) => uploadKeyOf(id)))
  return { cancelled: given.length > 0 }
}
