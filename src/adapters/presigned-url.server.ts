import { AwsV4Signer } from 'aws4fetch'

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

/** The signing keys of each day, which take most of the time to derive. */
const derivedKeys = new Map<string, ArrayBuffer>()

/**
 * A URL that carries its own permission (AWS Signature Version 4 in the query) and binds all headers
 * given. Bun's S3Client leaves size and type open, so that any bytes would go through its URLs.
 */
export async function presignedUrl(given: Presigned, key: SigningKey): Promise<string> {
  const { method, headers, expiresInSeconds, now = new Date() } = given
  const url = new URL(given.url)
  url.searchParams.set('X-Amz-Expires', String(expiresInSeconds))
  const signer = new AwsV4Signer({
    ...key,
    method,
    url: url.href,
    headers,
    service: 's3',
    signQuery: true,
    // Without this, content-length and content-type are left out of the signature.
    allHeaders: true,
    datetime: now.toISOString().replace(/[-:]|\.\d+/g, ''),
    cache: derivedKeys,
  })
  return (await signer.sign()).url.href
}
