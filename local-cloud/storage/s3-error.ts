/** An answer in S3's own words. Codes: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
export class S3Error extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** Further elements of the answer, such as the string that should have been signed. */
    readonly details: Record<string, string> = {},
  ) {
    super(message)
  }
}

export function errorResponse(error: S3Error, resource: string): Response {
  const fields = { Code: error.code, Message: error.message, Resource: resource, ...error.details }
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${elements(fields)}</Error>`
  return new Response(xml, { status: error.status, headers: { 'content-type': 'application/xml' } })
}

/** `{ Key: 'a&b' }` to `<Key>a&amp;b</Key>`. */
function elements(fields: Record<string, string>): string {
  return Object.entries(fields)
    .map(([name, value]) => `<${name}>${Bun.escapeHTML(value)}</${name}>`)
    .join('')
}
