import { createHash } from 'node:crypto'
import { S3Error } from './s3-error.ts'
import { hmac, sameSignature, sha256, type ChunkChain } from './signature.ts'

const emptyHash = sha256('')
const maxHeaderBytes = 16 * 1024

/**
 * Takes the framing off an `aws-chunked` body and verifies each chunk's signature.
 * Yields data before its chunk is verified: keep it aside until the generator has ended.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
 *
 * @param trailers filled with the lower-cased headers that follow the last chunk
 */
export async function* decodeAwsChunks(
  body: AsyncIterable<Uint8Array>,
  { chain, trailer }: { chain: ChunkChain | undefined; trailer: boolean },
  trailers: Map<string, string>,
): AsyncGenerator<Uint8Array> {
  const source = new ByteSource(body)
  let previousSignature = chain?.previousSignature ?? ''

  for (;;) {
    const header = await source.line()
    const match = header.match(/^([0-9a-f]{1,8})(?:;chunk-signature=([0-9a-f]{64}))?$/i)
    if (!match) throw malformed('a chunk starts with its size in hex')
    const [, size = '', signature = ''] = match
    const length = Number.parseInt(size, 16)
    const hash = createHash('sha256')
    for await (const bytes of source.take(length)) {
      if (chain) hash.update(bytes)
      yield bytes
    }
    if (chain) {
      const text = ['AWS4-HMAC-SHA256-PAYLOAD', chain.timestamp, chain.scope, previousSignature]
      text.push(emptyHash, hash.digest('hex'))
      requireSignature(chain, text, signature)
      previousSignature = signature
    }
    if (length === 0) break
    if ((await source.line()) !== '') throw malformed('a chunk ends with a line break')
  }
  const signed = await readTrailers(source, trailers)
  if (!trailer && trailers.size > 0) throw malformed('nothing follows the last chunk')
  if (chain && trailer) {
    const text = ['AWS4-HMAC-SHA256-TRAILER', chain.timestamp, chain.scope, previousSignature]
    requireSignature(chain, [...text, sha256(signed)], trailers.get(trailerSignature) ?? '')
  }
}

const trailerSignature = 'x-amz-trailer-signature'

async function readTrailers(source: ByteSource, trailers: Map<string, string>): Promise<string> {
  let signed = ''
  for (let line = await source.line(); line !== ''; line = await source.line()) {
    const colon = line.indexOf(':')
    if (colon < 1 || trailers.size >= 16) throw malformed('a trailer is a name and a value')
    const [name, value] = [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
    trailers.set(name, value)
    if (name !== trailerSignature) signed += `${name}:${value}\n`
  }
  return signed
}

function requireSignature(chain: ChunkChain, stringToSign: string[], signature: string): void {
  if (!sameSignature(hmac(chain.key, stringToSign.join('\n')).toString('hex'), signature)) {
    throw new S3Error(
      403,
      'SignatureDoesNotMatch',
      'The signature of a chunk of the body does not match. Check your key and signing method.',
    )
  }
}

const malformed = (rule: string) =>
  new S3Error(400, 'IncompleteBody', `The aws-chunked body is malformed: ${rule}.`)

/** Reads lines and counted runs of bytes from a stream whose pieces are cut anywhere. */
class ByteSource {
  readonly #pieces: AsyncIterator<Uint8Array>
  #rest: Uint8Array = new Uint8Array()

  constructor(body: AsyncIterable<Uint8Array>) {
    this.#pieces = body[Symbol.asyncIterator]()
  }

  /** Up to the next CRLF, which is dropped; the end of the body counts as one. */
  async line(): Promise<string> {
    let line = Buffer.alloc(0)
    for (;;) {
      const end = this.#rest.indexOf(0x0a)
      line = Buffer.concat([line, this.#rest.subarray(0, end < 0 ? undefined : end)])
      if (line.length > maxHeaderBytes) throw malformed('a header is too long')
      this.#rest = end < 0 ? new Uint8Array() : this.#rest.subarray(end + 1)
      if (end >= 0 || !(await this.#more())) return line.toString('latin1').replace(/\r$/, '')
    }
  }

  async *take(count: number): AsyncGenerator<Uint8Array> {
    let missing = count
    while (missing > 0) {
      if (this.#rest.length === 0 && !(await this.#more())) throw malformed('it ends too early')
      const bytes = this.#rest.subarray(0, missing)
      this.#rest = this.#rest.subarray(bytes.length)
      missing -= bytes.length
      yield bytes
    }
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#pieces.next()
    if (done) return false
    this.#rest = value
    return true
  }
}
