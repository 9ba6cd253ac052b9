import { describe, expect, test } from 'bun:test'
import { S3Error } from './s3-error.ts'
import { verifySignature, type SignedRequest } from './signature.ts'

/**
 * The worked examples of Amazon's own documentation, so that both sides of our
 * tests cannot be wrong in the same way.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
const credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
}
const now = Date.UTC(2013, 4, 24)
const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const scope = 'AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request'

const authorization = (signedHeaders: string, signature: string) =>
  `AWS4-HMAC-SHA256 Credential=${scope},SignedHeaders=${signedHeaders},Signature=${signature}`

const getObject: SignedRequest = {
  method: 'GET',
  path: '/test.txt',
  query: '',
  headers: new Headers({
    host: 'examplebucket.s3.amazonaws.com',
    range: 'bytes=0-9',
    'x-amz-content-sha256': emptyHash,
    'x-amz-date': '20130524T000000Z',
    authorization: authorization(
      'host;range;x-amz-content-sha256;x-amz-date',
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    ),
  }),
}

function codeOf(action: () => unknown): string {
  try {
    action()
  } catch (error) {
    if (error instanceof S3Error) return error.code
    throw error
  }
  return 'accepted'
}

describe("Amazon's examples", () => {
  test('GET with a range', () => {
    expect(verifySignature(getObject, credentials, now)).toEqual({ kind: 'sha256', hex: emptyHash })
  })

  test('PUT with a character that has to be encoded', () => {
    const hash = '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072'
    const request = {
      method: 'PUT',
      path: '/test%24file.text',
      query: '',
      headers: new Headers({
        date: 'Fri, 24 May 2013 00:00:00 GMT',
        host: 'examplebucket.s3.amazonaws.com',
        'x-amz-content-sha256': hash,
        'x-amz-date': '20130524T000000Z',
        'x-amz-storage-class': 'REDUCED_REDUNDANCY',
        authorization: authorization(
          'date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class',
          '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
        ),
      }),
    }
    expect(verifySignature(request, credentials, now)).toEqual({ kind: 'sha256', hex: hash })
  })

  test('GET of a sub-resource without a value, and a list', () => {
    const headers = (signature: string) =>
      new Headers({
        host: 'examplebucket.s3.amazonaws.com',
        'x-amz-content-sha256': emptyHash,
        'x-amz-date': '20130524T000000Z',
        authorization: authorization('host;x-amz-content-sha256;x-amz-date', signature),
      })
    const lifecycle = headers('fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543')
    const list = headers('34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7')
    const request = { method: 'GET', path: '/' }
    expect(
      verifySignature({ ...request, query: 'lifecycle', headers: lifecycle }, credentials, now)
        .kind,
    ).toBe('sha256')
    expect(
      verifySignature({ ...request, query: 'max-keys=2&prefix=J', headers: list }, credentials, now)
        .kind,
    ).toBe('sha256')
  })

  test('a presigned URL, until its last second', () => {
    const request = {
      method: 'GET',
      path: '/test.txt',
      query: [
        'X-Amz-Algorithm=AWS4-HMAC-SHA256',
        'X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request',
        'X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host',
        'X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
      ].join('&'),
      headers: new Headers({ host: 'examplebucket.s3.amazonaws.com' }),
    }
    expect(verifySignature(request, credentials, now)).toEqual({ kind: 'unsigned' })
    expect(verifySignature(request, credentials, now + 86_400_000)).toEqual({ kind: 'unsigned' })
    expect(codeOf(() => verifySignature(request, credentials, now + 86_400_001))).toBe(
      'AccessDenied',
    )
  })
})

describe('refusals', () => {
  const withHeaders = (change: Record<string, string>): SignedRequest => {
    const headers = new Headers(getObject.headers)
    for (const [name, value] of Object.entries(change)) headers.set(name, value)
    return { ...getObject, headers }
  }
  const code = (request: SignedRequest, at = now, keys = credentials) =>
    codeOf(() => verifySignature(request, keys, at))

  test('another secret, path, method, query or signed header', () => {
    expect(code(getObject, now, { ...credentials, secretAccessKey: 'other' })).toBe(
      'SignatureDoesNotMatch',
    )
    expect(code({ ...getObject, path: '/test.tx' })).toBe('SignatureDoesNotMatch')
    expect(code({ ...getObject, method: 'DELETE' })).toBe('SignatureDoesNotMatch')
    expect(code({ ...getObject, query: 'versionId=1' })).toBe('SignatureDoesNotMatch')
    expect(code(withHeaders({ range: 'bytes=0-99' }))).toBe('SignatureDoesNotMatch')
    expect(code(withHeaders({ host: 'elsewhere' }))).toBe('SignatureDoesNotMatch')
  })

  test('an unknown key, another region, no signature at all', () => {
    expect(code(getObject, now, { ...credentials, accessKeyId: 'other' })).toBe(
      'InvalidAccessKeyId',
    )
    expect(code(getObject, now, { ...credentials, region: 'eu-west-1' })).toBe(
      'AuthorizationHeaderMalformed',
    )
    expect(code({ ...getObject, headers: new Headers() })).toBe('AccessDenied')
    expect(code(withHeaders({ authorization: 'Bearer x' }))).toBe('AuthorizationHeaderMalformed')
  })

  test('a clock that is more than 15 minutes off, either way', () => {
    expect(code(getObject, now + 15 * 60_000)).toBe('accepted')
    expect(code(getObject, now + 15 * 60_000 + 1)).toBe('RequestTimeTooSkewed')
    expect(code(getObject, now - 15 * 60_000 - 1)).toBe('RequestTimeTooSkewed')
  })

  test('an x-amz header that was not signed', () => {
    expect(code(withHeaders({ 'x-amz-copy-source': '/secret/file' }))).toBe('AccessDenied')
  })
})
