import { createHash, createHmac } from 'node:crypto'

export type SigningKey = { accessKeyId: string; secretAccessKey: string; region: string }

export type Presigned = {
  method: 'GET' | 'HEAD' | 'PUT' | 'DELETE'
  /** The address without a query, path-style: https://endpoint/bucket/key. */
  url: URL
  /** What the request must carry, to the letter; lower-case names. */
  headers?: Record<string, string>
  expiresInSeconds: number
  now?: Date
}

const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest()
const encode = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/**
 * A URL that carries its own permission (AWS Signature Version 4 in the query) and binds the headers
 * given: Bun's S3Client leaves size and type open, so that any bytes would go through its URLs.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
export function presignedUrl(given: Presigned, key: SigningKey): string {
  const { method, url, expiresInSeconds, now = new Date() } = given
  const headers: Record<string, string> = { ...given.headers, host: url.host }
  const names = Object.keys(headers).toSorted()
  const time = now.toISOString().replace(/[-:]|\.\d+/g, '')
  const day = time.slice(0, 8)
  const scope = `${day}/${key.region}/s3/aws4_request`
  const query = Object.entries({
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${key.accessKeyId}/${scope}`,
    'X-Amz-Date': time,
    'X-Amz-Expires': String(expiresInSeconds),
    'X-Amz-SignedHeaders': names.join(';'),
  })
    .map(([name, value]) => `${name}=${encode(value)}`)
    .join('&')
  const canonical = [
    method,
    url.pathname,
    query,
    ...names.map((name) => `${name}:${headers[name]}`),
    '',
    names.join(';'),
    'UNSIGNED-PAYLOAD',
  ].join('\n')
  const text = [
    'AWS4-HMAC-SHA256',
    time,
    scope,
    createHash('sha256').update(canonical).digest('hex'),
  ]
  const dayKey = hmac(hmac(hmac(`AWS4${key.secretAccessKey}`, day), key.region), 's3')
  const signature = hmac(hmac(dayKey, 'aws4_request'), text.join('\n')).toString('hex')
  return `${url.href}?${query}&X-Amz-Signature=${signature}`
}
