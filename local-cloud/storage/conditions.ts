import type { StoredObject } from './object-store.ts'
import { S3Error } from './s3-error.ts'

const preconditionFailed = (condition: string) =>
  new S3Error(
    412,
    'PreconditionFailed',
    'At least one of the pre-conditions you specified did not hold',
    { Condition: condition },
  )

const noSuchKey = () => new S3Error(404, 'NoSuchKey', 'The specified key does not exist.')

/** True when the reader already has it (304); throws when the reader wants another one (412). RFC 9110, 13.2.2. */
export function isNotModified(headers: Headers, object: StoredObject): boolean {
  // HTTP dates have whole seconds.
  const modified = Math.floor(object.modifiedAt / 1000) * 1000
  const ifMatch = headers.get('if-match')
  const ifUnmodifiedSince = headers.get('if-unmodified-since')
  if (ifMatch !== null) {
    if (!matchesTag(ifMatch, object.etag)) throw preconditionFailed('If-Match')
  } else if (ifUnmodifiedSince !== null && modified > Date.parse(ifUnmodifiedSince)) {
    throw preconditionFailed('If-Unmodified-Since')
  }
  const ifNoneMatch = headers.get('if-none-match')
  if (ifNoneMatch !== null) return matchesTag(ifNoneMatch, object.etag)
  const ifModifiedSince = headers.get('if-modified-since')
  return ifModifiedSince !== null && modified <= Date.parse(ifModifiedSince)
}

/** The conditions that S3 knows for a write: create only, and replace only what I have read. */
export function checkWriteConditions(headers: Headers, existing: StoredObject | undefined): void {
  const ifNoneMatch = headers.get('if-none-match')
  if (ifNoneMatch !== null && ifNoneMatch !== '*') {
    throw new S3Error(501, 'NotImplemented', 'If-None-Match on a write only accepts *.')
  }
  if (ifNoneMatch === '*' && existing) throw preconditionFailed('If-None-Match')
  const ifMatch = headers.get('if-match')
  if (ifMatch === null) return
  if (!existing) throw noSuchKey()
  if (!matchesTag(ifMatch, existing.etag)) throw preconditionFailed('If-Match')
}

export function requireObject(object: StoredObject | undefined): StoredObject {
  if (!object) throw noSuchKey()
  return object
}

function matchesTag(header: string, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '').replaceAll('"', '')
  return header.trim() === '*' || header.split(',').some((tag) => bare(tag) === bare(etag))
}

/**
 * The bytes asked for by a Range header, end exclusive; undefined for the whole object,
 * which is also the answer to a range that is not understood (RFC 9110, 14.2).
 */
export function requestedRange(
  headers: Headers,
  object: StoredObject,
): { start: number; end: number } | undefined {
  const match = headers.get('range')?.match(/^bytes=(\d*)-(\d*)$/)
  if (!match || (!match[1] && !match[2]) || !rangeStillApplies(headers, object)) return undefined
  const { size } = object
  const [, first = '', last = ''] = match
  if (first && last && Number(first) > Number(last)) return undefined
  const start = first ? Number(first) : Math.max(0, size - Number(last))
  const end = first && last ? Math.min(Number(last) + 1, size) : size
  if (start >= size || start >= end) {
    throw new S3Error(416, 'InvalidRange', 'The requested range is not satisfiable', {
      ActualObjectSize: String(size),
    })
  }
  return { start, end }
}

function rangeStillApplies(headers: Headers, object: StoredObject): boolean {
  const ifRange = headers.get('if-range')
  if (ifRange === null) return true
  if (ifRange.includes('"')) return ifRange === object.etag
  return Math.floor(object.modifiedAt / 1000) * 1000 <= Date.parse(ifRange)
}
