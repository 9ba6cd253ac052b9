import { deleteObject } from '#/adapters/object-storage.server.ts'
import { log } from '#/observability/log.server.ts'

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
