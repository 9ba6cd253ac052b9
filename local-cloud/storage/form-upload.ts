import { readForm, type FormFile } from './form-data.ts'
import { commitObject } from './object-operations.ts'
import { elements, S3Error, xmlResponse } from './s3-error.ts'
import { objectHeaders, requireBucket, requireValidKey, type S3Request } from './s3-request.ts'
import { hmac, sameSignature, signingKey, verifyScope, type Credentials } from './signature.ts'

/**
 * A form upload: the signature is on a policy that says what may be uploaded.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
 */
export async function postObject(
  request: S3Request,
  credentials: Credentials,
  maxBytes: number,
): Promise<Response> {
  const { store, bucket } = request
  requireBucket(store, bucket)
  const { fields, file } = await readForm(request.body(), request.headers.get('content-type') ?? '')
  verifyPolicySignature(fields, credentials)
  fields.set('key', (fields.get('key') ?? '').replace('${filename}', file.name))
  const key = fields.get('key') ?? ''
  if (!key) throw new S3Error(400, 'InvalidArgument', 'The form must have the field key.')
  requireValidKey(key)
  const size = checkPolicy(fields, bucket)

  const upload = { ...request, key, headers: new Headers() }
  const blob = await store.writeBlob(bounded(file, size.min, Math.min(size.max, maxBytes)))
  const { etag } = commitObject(upload, {
    blob,
    etag: `"${blob.md5}"`,
    kept: objectHeaders(uploadHeaders(fields)),
  })
  const location = `/${bucket}/${key}`
  if (fields.get('success_action_status') === '201') {
    const answer = elements({ Location: location, Bucket: bucket, Key: key, ETag: etag })
    return xmlResponse(`<PostResponse>${answer}</PostResponse>`, { status: 201, headers: { etag } })
  }
  const status = fields.get('success_action_status') === '200' ? 200 : 204
  return new Response(null, { status, headers: { etag } })
}

function verifyPolicySignature(fields: Map<string, string>, credentials: Credentials): void {
  if (fields.get('x-amz-algorithm') !== 'AWS4-HMAC-SHA256' || !fields.get('policy')) {
    throw new S3Error(
      403,
      'AccessDenied',
      'A form upload needs a policy signed with AWS4-HMAC-SHA256.',
    )
  }
  const timestamp = fields.get('x-amz-date') ?? ''
  verifyScope(fields.get('x-amz-credential') ?? '', timestamp, credentials, 'InvalidArgument')
  const key = signingKey(credentials.secretAccessKey, timestamp.slice(0, 8), credentials.region)
  const expected = hmac(key, fields.get('policy') ?? '').toString('hex')
  if (sameSignature(expected, fields.get('x-amz-signature') ?? '')) return
  throw new S3Error(
    403,
    'SignatureDoesNotMatch',
    'The policy signature we calculated does not match the signature you provided.',
    { StringToSign: fields.get('policy') ?? '' },
  )
}

/** Fields that a policy need not speak of. */
const exempt = new Set(['policy', 'x-amz-signature', 'file', 'bucket'])

/** Throws unless the form does what its policy allows; returns the allowed size. */
function checkPolicy(fields: Map<string, string>, bucket: string): { min: number; max: number } {
  const { expiration, conditions } = parsePolicy(fields.get('policy') ?? '')
  if (!(Date.parse(expiration) > Date.now())) {
    throw new S3Error(403, 'AccessDenied', 'Invalid according to Policy: Policy expired.')
  }
  const values = new Map(fields).set('bucket', bucket)
  const size = { min: 0, max: Number.MAX_SAFE_INTEGER }
  const spokenOf = new Set<string>()
  for (const condition of conditions) {
    const [operator, field, operand] = condition
    if (operator === 'content-length-range') {
      size.min = Math.max(size.min, Number(field))
      size.max = Math.min(size.max, Number(operand))
      if (Number.isNaN(size.min) || Number.isNaN(size.max)) throw refused(condition)
      continue
    }
    const name = String(field).replace(/^\$/, '').toLowerCase()
    const value = values.get(name) ?? ''
    const holds =
      (operator === 'eq' && value === operand) ||
      (operator === 'starts-with' && typeof operand === 'string' && value.startsWith(operand))
    if (!holds) throw refused(condition)
    spokenOf.add(name)
  }
  for (const name of fields.keys()) {
    if (spokenOf.has(name) || exempt.has(name) || name.startsWith('x-ignore-')) continue
    throw new S3Error(
      403,
      'AccessDenied',
      `Invalid according to Policy: Extra input fields: ${name}`,
    )
  }
  return size
}

type Condition = [operator: unknown, field: unknown, operand: unknown]

const refused = (condition: Condition) =>
  new S3Error(
    403,
    'AccessDenied',
    `Invalid according to Policy: Policy Condition failed: ${JSON.stringify(condition)}`,
  )

function parsePolicy(encoded: string): { expiration: string; conditions: Condition[] } {
  const invalid = new S3Error(400, 'InvalidPolicyDocument', 'The policy is not a valid document.')
  let policy: unknown
  try {
    policy = JSON.parse(Buffer.from(encoded, 'base64').toString())
  } catch {
    throw invalid
  }
  if (typeof policy !== 'object' || policy === null) throw invalid
  if (!('expiration' in policy) || typeof policy.expiration !== 'string') throw invalid
  if (!('conditions' in policy) || !Array.isArray(policy.conditions)) throw invalid
  const conditions = policy.conditions.flatMap((condition: unknown): Condition[] => {
    if (Array.isArray(condition)) return [[condition[0], condition[1], condition[2]]]
    if (typeof condition !== 'object' || condition === null) throw invalid
    return Object.entries(condition).map(([field, value]) => ['eq', field, value])
  })
  return { expiration: policy.expiration, conditions }
}

function uploadHeaders(fields: Map<string, string>): Headers {
  const named = [...fields].filter(
    ([name]) => name.startsWith('x-amz-meta-') || /^(content-|cache-control|expires)/.test(name),
  )
  return new Headers(named)
}

async function* bounded(file: FormFile, min: number, max: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const piece of file.bytes) {
    size += piece.length
    if (size > max) {
      throw new S3Error(
        400,
        'EntityTooLarge',
        'Your proposed upload exceeds the maximum allowed size.',
        { MaxSizeAllowed: String(max) },
      )
    }
    yield piece
  }
  if (size < min) {
    throw new S3Error(
      400,
      'EntityTooSmall',
      'Your proposed upload is smaller than the minimum allowed size.',
      { ProposedSize: String(size), MinSizeAllowed: String(min) },
    )
  }
}
