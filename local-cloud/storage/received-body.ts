import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { S3Error } from './s3-error.ts'
import { sameSignature, type BodySeal } from './signature.ts'

/**
 * The body of a request, held to everything that the request promised about it:
 * its length, the signed hash, Content-MD5 and the x-amz-checksum headers.
 * The promises are checked when the last byte has passed, so the reader must
 * keep the bytes aside until the generator has ended without an error.
 */
export async function* receivedBody(
  request: Request,
  seal: BodySeal,
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  const length = announcedLength(request.headers)
  if (length > maxBytes) {
    throw new S3Error(
      400,
      'EntityTooLarge',
      'Your proposed upload exceeds the maximum allowed size.',
      { ProposedSize: String(length), MaxSizeAllowed: String(maxBytes) },
    )
  }
  const bytes = request.body ?? new Blob().stream()
  const sha256 = seal.kind === 'sha256' ? createHash('sha256') : undefined
  const checksums = checksumsToVerify(request.headers)

  let received = 0
  for await (const piece of bytes) {
    received += piece.length
    if (received > length) break
    sha256?.update(piece)
    for (const checksum of checksums) checksum.update(piece)
    yield piece
  }
  if (received !== length) {
    throw new S3Error(400, 'IncompleteBody', 'The body is not as long as its Content-Length says.')
  }
  if (seal.kind === 'sha256' && sha256 && !sameSignature(sha256.digest('hex'), seal.hex)) {
    throw new S3Error(
      400,
      'XAmzContentSHA256Mismatch',
      'The provided x-amz-content-sha256 header does not match what was computed.',
    )
  }
  for (const { header, digest } of checksums) {
    if (request.headers.get(header) !== digest()) {
      throw new S3Error(400, 'BadDigest', `The ${header} you specified did not match the body.`)
    }
  }
}

function announcedLength(headers: Headers): number {
  const value = headers.get('content-length')
  if (value && /^\d{1,15}$/.test(value)) return Number(value)
  throw new S3Error(411, 'MissingContentLength', 'You must provide the content-length header.')
}

interface Checksum {
  header: string
  update(piece: Uint8Array): void
  digest(): string
}

function checksumsToVerify(headers: Headers): Checksum[] {
  return [...headers.keys()]
    .filter((name) => name === 'content-md5' || /^x-amz-checksum-(?!type)/.test(name))
    .map(checksum)
}

function checksum(header: string): Checksum {
  if (header === 'x-amz-checksum-crc32') {
    let value = 0
    return {
      header,
      update: (piece) => (value = crc32(piece, value)),
      digest: () => Buffer.from(value.toString(16).padStart(8, '0'), 'hex').toString('base64'),
    }
  }
  const algorithm = hashes[header]
  if (!algorithm) {
    throw new S3Error(501, 'NotImplemented', `Local storage cannot verify ${header}.`)
  }
  const hash = createHash(algorithm)
  return { header, update: (piece) => hash.update(piece), digest: () => hash.digest('base64') }
}

const hashes: Record<string, string> = {
  'content-md5': 'md5',
  'x-amz-checksum-sha1': 'sha1',
  'x-amz-checksum-sha256': 'sha256',
}
