import { and, eq, getTableColumns, inArray } from 'drizzle-orm'
import { NoModelAnswered } from '#/adapters/language-model-turns.server.ts'
import { readObject } from '#/adapters/object-storage.server.ts'
import { asSystem, asUser } from '#/db/access.server.ts'
import { cvReview } from './tables.ts'
import { file } from '#/platform/files/tables.ts'
import { kindOfType, limitFileBytes } from '#/platform/files/accepted-files.ts'
import { inReadingTurn, readDocument } from '#/platform/files/extract-text.server.ts'
import { baseLocale, isLocale } from '#/i18n/locale.ts'
import { log } from '#/observability/log.server.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { unavailableIn } from '#/unavailable.ts'
import { judgeCv } from './judge-cv.server.ts'

type Changes = Partial<typeof cvReview.$inferInsert>

/**
 * The work behind a review, as a job: read the file, have its text judged, keep the judgement. Runs
 * again after a crash; does nothing when the review has ended or was deleted. It reads as the person,
 * so that the policies hold here too; what is judged, a person may not write.
 */
export async function reviewCv(
  { reviewId, userId }: { reviewId: string; userId: string },
  { isLast } = { isLast: false },
) {
  const owner = { userId }
  const unfinished = and(
    eq(cvReview.id, reviewId),
    eq(cvReview.userId, userId),
    inArray(cvReview.status, ['running', 'judging']),
  )
  const change = (changes: Changes) =>
    asSystem('cv review: keep a judgement', (tx) =>
      tx.update(cvReview).set(changes).where(unfinished),
    )

  const [found] = await asUser(owner, (tx) =>
    tx
      .select({ locale: cvReview.locale, file: getTableColumns(file) })
      .from(cvReview)
      .innerJoin(file, eq(file.id, cvReview.fileId))
      .where(unfinished),
  )
  if (!found) return
  try {
    const document = await inReadingTurn(userId, () => readFileOf(found.file))
    await change({ status: 'judging' })
    const locale = isLocale(found.locale) ? found.locale : baseLocale
    const judgement = await judgeCv(owner, document, locale)
    await change({ ...judgement, status: 'done', finishedAt: new Date() })
  } catch (error) {
    // Too many files are being read, or the storage is away: the queue tries again in a few seconds.
    const isBusy =
      (error instanceof Refusal && error.code === 'RATE_LIMITED') ||
      unavailableIn(error)?.outside === 'storage'
    if (isBusy && !isLast) throw error
    const failure = isBusy ? 'INTERRUPTED' : failureOf(error, reviewId)
    await change({ status: 'failed', failure, finishedAt: new Date() })
  }
}

async function readFileOf({
  storageKey,
  contentType,
  sizeBytes,
  sha256,
}: typeof file.$inferSelect) {
  const kind = kindOfType(contentType)
  const bytes = await readObject(storageKey, limitFileBytes, { sizeBytes, sha256 })
  if (!bytes || !kind) throw new Refusal('FILE_NOT_UPLOADED')
  return readDocument(bytes, kind)
}

function failureOf(error: unknown, reviewId: string): string {
  if (error instanceof Refusal) return error.code
  log.error({ err: error, reviewId }, 'review failed')
  return error instanceof NoModelAnswered ? 'MODEL_UNAVAILABLE' : 'INTERNAL'
}
