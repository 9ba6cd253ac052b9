import type { Tx } from '#/db/connection.ts'
import { file } from '#/platform/files/tables.ts'
import { documentTypes } from '#/platform/files/accepted-files.ts'
import type { StoredCv } from './store-cvs.ts'
import { daysAgo, minutesAfter } from './times.ts'

export type Owner = { userId: string; cvs: StoredCv[] }
/** The id of each file by its name, which no two people share. */
export type FileIds = Map<string, string>

/** The rows of the stored CVs, as uploading leaves them. */
export async function addCvs(tx: Tx, owners: Owner[]): Promise<FileIds> {
  const files = owners.flatMap(({ cvs, userId }) => cvs.map((cv) => fileOf(cv, userId)))
  await tx.insert(file).values(files)
  return new Map(files.map(({ name, id }) => [name, id]))
}

function fileOf({ id, name, storageKey, sizeBytes, sha256, ...cv }: StoredCv, userId: string) {
  const uploadedAt = daysAgo(cv.daysAgo)
  return {
    id,
    userId,
    name,
    storageKey,
    sizeBytes,
    sha256,
    contentType: documentTypes.pdf,
    status: 'ready' as const,
    createdAt: uploadedAt,
    confirmedAt: minutesAfter(uploadedAt, 0.1),
  }
}
