import { and, count, eq, inArray, lt, or, sql } from 'drizzle-orm'
import { permitUpload } from '#/adapters/object-storage.server.ts'
import { countAttempt } from '#/auth/rate-limit.server.ts'
import { asUser } from '#/db/access.server.ts'
import { file } from './tables.ts'
import { hasVisibleCharacter, withoutHarmfulCharacters } from '#/plain-text.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { limitFileBytes, limitFilesPerPerson, unknownType } from './accepted-files.ts'
import { discardObjects } from './discard-objects.server.ts'
import { storageKeyOf, uploadKeyOf } from './stored-keys.server.ts'

/** Long enough for ten megabytes over a poor line. */
const permitSeconds = 15 * 60
const limitOpenPermits = 5
/** A permit can still be used after its place was given back, so their number is bounded too. */
const permitLimit = { max: 60, windowSeconds: 60 * 60 }

type Wanted = { name: string; contentType: string; sizeBytes: number }

/** Types that no system reports for a PDF or DOCX; every other one may be either. */
const neverDocument = /^(?:image|audio|video|font)\/(?!.*pdf)/i

/** Refuses by what is claimed, then grants a place for so many bytes, whatever they will be. */
export async function requestUpload(owner: { userId: string }, wanted: Wanted) {
  if (wanted.sizeBytes > limitFileBytes) {
    throw new Refusal('FILE_TOO_LARGE', { limitBytes: limitFileBytes })
  }
  if (neverDocument.test(wanted.contentType.trim())) throw new Refusal('FILE_TYPE_NOT_ALLOWED')
  if (wanted.sizeBytes === 0) throw new Refusal('FILE_EMPTY')
  const { allowed, retryAfterSeconds } = await countAttempt(`upload:${owner.userId}`, permitLimit)
  if (!allowed) throw new Refusal('RATE_LIMITED', { retryAfterSeconds })
  const { fileId, abandoned } = await reservePlace(owner, wanted)
  await discardObjects(abandoned.map(uploadKeyOf))
  const bytes = { contentType: unknownType, sizeBytes: wanted.sizeBytes }
  return { fileId, ...(await permitUpload(uploadKeyOf(fileId), bytes, permitSeconds)) }
}

async function reservePlace({ userId }: { userId: string }, wanted: Wanted) {
  return asUser({ userId }, async (tx) => {
    // One at a time for a person, so that parallel requests cannot all find the last place free.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`file:${userId}`}, 0))`)
    const outlived = lt(file.createdAt, new Date(Date.now() - permitSeconds * 1_000))
    const abandoned = await tx
      .delete(file)
      .where(
        and(
          eq(file.userId, userId),
          or(eq(file.status, 'rejected'), and(eq(file.status, 'permitted'), outlived)),
        ),
      )
      .returning({ id: file.id })
    const held = await tx
      .select({ status: file.status, number: count() })
      .from(file)
      .where(and(eq(file.userId, userId), inArray(file.status, ['permitted', 'ready'])))
      .groupBy(file.status)
    const numberOf = (status: string) => held.find((row) => row.status === status)?.number ?? 0
    if (numberOf('permitted') >= limitOpenPermits) throw new Refusal('TOO_MANY_UPLOADS')
    if (numberOf('permitted') + numberOf('ready') >= limitFilesPerPerson) {
      throw new Refusal('TOO_MANY_FILES', { limit: limitFilesPerPerson })
    }
    const fileId = Bun.randomUUIDv7()
    await tx.insert(file).values({
      id: fileId,
      userId,
      storageKey: storageKeyOf(fileId),
      name: tidyName(wanted.name),
      contentType: unknownType,
      sizeBytes: wanted.sizeBytes,
    })
    return { fileId, abandoned: abandoned.map(({ id }) => id) }
  })
}

/** Without folders and harmful characters; joiners stay (plain-text.ts). */
export function tidyName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const tidy = withoutHarmfulCharacters(last).trim()
  if (!hasVisibleCharacter(tidy)) return 'file'
  if (tidy.length <= 120) return tidy
  const ending = tidy.match(/\.[^.]{1,8}$/)?.[0] ?? ''
  // A character of two halves may lie on the cut.
  return withoutHarmfulCharacters(tidy.slice(0, 120 - ending.length)) + ending
}
