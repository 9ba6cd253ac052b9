import { inArray } from 'drizzle-orm'
import { deleteObject } from '#/adapters/object-storage.server.ts'
import { enqueueAhead } from '#/adapters/queue.server.ts'
import { asSystem } from '#/db/access.server.ts'
import { file } from './tables.ts'
import { log } from '#/observability/log.server.ts'
import { discardFilesJob } from './jobs.server.ts'
import { uploadKeyOf } from './stored-keys.server.ts'

export type KeptFile = { id: string; storageKey: string }

/**
 * Deletes what no row points at any more, after the commit. A failure leaves an orphan that nobody
 * can reach, so it is logged and no reason to fail what is done already.
 */
export async function discardObjects(keys: string[]): Promise<void> {
  await Promise.all(
    keys.map((key) =>
      deleteObject(key).catch((error: unknown) =>
        log.warn({ err: error, key }, 'orphan in storage'),
      ),
    ),
  )
}

/**
 * Runs what deletes the rows of these files, or of some, and then deletes the bytes of those that are
 * gone. What is to be looked at is queued before: of a person who left nothing stays in the storage
 * because a process died, or because the storage was away.
 */
export async function withFilesDiscarded<T>(
  files: KeptFile[],
  remove: () => Promise<T>,
): Promise<T> {
  if (files.length > 0) await enqueueAhead(discardFilesJob, { files })
  const removed = await remove()
  await discardFilesWithoutRow(files).catch((error: unknown) => {
    log.warn({ err: error }, 'deleting stored files is left to the queue')
  })
  return removed
}

/** May be called again. Throws when the storage does not answer. */
export async function discardFilesWithoutRow(files: KeptFile[]): Promise<void> {
  const ids = files.map(({ id }) => id)
  const kept = await asSystem('files: which are still there', (tx) =>
    tx.select({ id: file.id }).from(file).where(inArray(file.id, ids)),
  )
  const gone = files.filter(({ id }) => !kept.some((row) => row.id === id))
  for (const { id, storageKey } of gone) {
    await deleteObject(storageKey)
    await deleteObject(uploadKeyOf(id))
  }
}
