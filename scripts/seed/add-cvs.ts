import type { Tx } from '#/db/connection.ts'
import { cvReview } from '#/db/schema/cv-reviews.ts'
import { file } from '#/db/schema/files.ts'
import { documentTypes } from '#/features/files/accepted-files.ts'
import reviews from './reviews.json'
import type { SeededCandidate } from './seeded-candidate.ts'
import type { StoredCv } from './store-cvs.ts'
import { daysAgo, minutesAfter } from './times.ts'

export type Owner = Pick<SeededCandidate, 'locale'> & { userId: string; cvs: StoredCv[] }
/** By the name of the file, which no two people share. */
export type HandedIn = Map<string, { fileId: string; reviewId: string | null }>

const reviewOf = new Map(Object.entries(reviews))

/** The rows of the stored CVs, as uploading and reviewing them leaves them. */
export async function addCvs(tx: Tx, owners: Owner[]): Promise<HandedIn> {
  const all = owners.flatMap(({ cvs, ...owner }) => cvs.map((cv) => rowsOf(cv, owner)))
  await tx.insert(file).values(all.map((rows) => rows.file))
  await tx.insert(cvReview).values(all.flatMap((rows) => rows.review ?? []))
  return new Map(
    all.map((rows) => [
      rows.file.name,
      { fileId: rows.file.id, reviewId: rows.review?.id ?? null },
    ]),
  )
}

function rowsOf(cv: StoredCv, { userId, locale }: Omit<Owner, 'cvs'>) {
  const { id, name, storageKey, sizeBytes, sha256 } = cv
  const uploadedAt = daysAgo(cv.daysAgo)
  const createdAt = minutesAfter(uploadedAt, 1)
  const review = cv.isReviewed ? reviewOf.get(name) : undefined
  return {
    file: {
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
    },
    review: review && {
      ...review,
      id: Bun.randomUUIDv7('hex', createdAt),
      userId,
      fileId: id,
      locale,
      status: 'done' as const,
      createdAt,
      finishedAt: minutesAfter(createdAt, 0.2),
    },
  }
}
