import { S3Error } from './s3-error.ts'

export interface FormFile {
  name: string
  contentType: string
  bytes: AsyncIterable<Uint8Array>
}

const maxHeadBytes = 64 * 1024

/**
 * Reads a multipart/form-data body whose file comes last, as S3 demands of a
 * form upload: the fields are returned at once, the file as a stream.
 */
export async function readForm(
  body: AsyncIterable<Uint8Array>,
  contentType: string,
): Promise<{ fields: Map<string, string>; file: FormFile }> {
  const boundary = contentType.match(/boundary="?([^";]{1,70})"?/)?.[1]
  if (!boundary) throw malformed('it has no boundary')
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  const source = new Delimited(body)
  await source.skipPast(Buffer.from(`--${boundary}`))

  const fields = new Map<string, string>()
  for (;;) {
    const head = (await source.until(Buffer.from('\r\n\r\n'))).toString()
    if (head.startsWith('--')) throw malformed('it has no file')
    const name = head.match(/;\s*name="([^"]*)"/i)?.[1]?.toLowerCase()
    if (!name) throw malformed('a part has no name')
    if (name === 'file') {
      const file: FormFile = {
        name: head.match(/;\s*filename="([^"]*)"/i)?.[1] ?? '',
        contentType: head.match(/^content-type:\s*(.+?)\s*$/im)?.[1] ?? '',
        bytes: source.streamUntil(delimiter),
      }
      return { fields, file }
    }
    if (fields.has(name)) throw malformed(`the field ${name} is given twice`)
    fields.set(name, (await source.until(delimiter)).toString())
  }
}

const malformed = (reason: string) =>
  new S3Error(
    400,
    'MalformedPOSTRequest',
    `The body of your POST request is not well-formed multipart/form-data: ${reason}.`,
  )

/** Cuts a stream at delimiters, holding no more than a head or a piece in memory. */
class Delimited {
  readonly #pieces: AsyncIterator<Uint8Array>
  #buffer: Buffer = Buffer.alloc(0)
  #headBytes = 0

  constructor(body: AsyncIterable<Uint8Array>) {
    this.#pieces = body[Symbol.asyncIterator]()
  }

  async skipPast(delimiter: Buffer): Promise<void> {
    await this.until(delimiter)
  }

  async until(delimiter: Buffer): Promise<Buffer> {
    let end = this.#buffer.indexOf(delimiter)
    while (end < 0) {
      if (this.#headBytes + this.#buffer.length > maxHeadBytes) throw malformed('it is too long')
      await this.#more()
      end = this.#buffer.indexOf(delimiter)
    }
    this.#headBytes += end
    const found = this.#buffer.subarray(0, end)
    this.#buffer = this.#buffer.subarray(end + delimiter.length)
    return found
  }

  async *streamUntil(delimiter: Buffer): AsyncGenerator<Uint8Array> {
    for (;;) {
      const end = this.#buffer.indexOf(delimiter)
      // The last bytes may be the beginning of a delimiter that the next piece completes.
      const safe = end < 0 ? Math.max(0, this.#buffer.length - delimiter.length + 1) : end
      if (safe > 0) yield this.#buffer.subarray(0, safe)
      this.#buffer = this.#buffer.subarray(safe)
      if (end >= 0) return
      await this.#more()
    }
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#pieces.next()
    if (done) throw malformed('it ends too early')
    this.#buffer = Buffer.concat([this.#buffer, value])
  }
}
