import { Unavailable } from '#/unavailable.ts'

/** Known of the bytes before they are read; hexadecimal. */
export type Expected = { sizeBytes?: number; sha256?: string | null }

/**
 * The body of the storage's answer, compared with its length, the storage's hash and what is
 * expected. The last piece is held back until all of it was compared, so that nobody takes wrong
 * bytes for the object. With `onPull`, each piece may be given a deadline of its own.
 */
export function verifiedBody(
  answer: Response,
  expected: Expected,
  onPull: () => () => void = () => () => {},
): ReadableStream<Uint8Array> {
  const announced = announcedLength(answer)
  if (announced !== (expected.sizeBytes ?? announced)) {
    throw new Unavailable('storage', {
      cause: new Error(`an object of ${announced} bytes, not ${expected.sizeBytes}`),
    })
  }
  const checks = [
    { algorithm: 'sha256', hex: expected.sha256 ?? null } as const,
    { algorithm: 'md5', hex: md5Of(answer) } as const,
  ].flatMap(({ algorithm, hex }) =>
    hex === null ? [] : [{ hex, hash: new Bun.CryptoHasher(algorithm) }],
  )
  const reader = answer.body?.getReader()
  let received = 0
  let held: Uint8Array | undefined

  /** One more piece than is passed on; undefined at the end. */
  async function read(): Promise<Uint8Array | undefined> {
    const onPiece = onPull()
    try {
      return (await reader?.read())?.value
    } catch (cause) {
      throw new Unavailable('storage', { cause })
    } finally {
      onPiece()
    }
  }
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      for (let piece = await read(); piece; piece = await read()) {
        received += piece.length
        for (const { hash } of checks) hash.update(piece)
        const before = held
        held = piece
        if (before) return controller.enqueue(before)
      }
      const isRight =
        received === announced && checks.every(({ hash, hex }) => hash.digest('hex') === hex)
      if (!isRight) {
        throw new Unavailable('storage', {
          cause: new Error(`${received} bytes of ${announced}, or other bytes than were stored`),
        })
      }
      if (held) controller.enqueue(held)
      controller.close()
    },
    cancel: (reason) => reader?.cancel(reason),
  })
}

/** S3 always announces it; an answer without it was changed on the way. */
function announcedLength(answer: Response): number {
  const length = answer.headers.get('content-length')
  if (length && /^\d{1,15}$/.test(length)) return Number(length)
  throw new Unavailable('storage', { cause: new Error('an object without a length') })
}

/**
 * S3's ETag is the MD5 of an object that was put whole, unless it is encrypted with a key of KMS or of
 * the customer: https://docs.aws.amazon.com/AmazonS3/latest/API/API_Object.html
 */
function md5Of({ headers }: Response): string | null {
  if (headers.get('x-amz-server-side-encryption')?.startsWith('aws:kms')) return null
  if (headers.has('x-amz-server-side-encryption-customer-algorithm')) return null
  return headers.get('etag')?.match(/^"?([0-9a-f]{32})"?$/)?.[1] ?? null
}
