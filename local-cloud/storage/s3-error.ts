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
  const headers: Record<string, string> = {}
  if (error.status === 416 && error.details.ActualObjectSize) {
    headers['content-range'] = `bytes */${error.details.ActualObjectSize}`
  }
  return xmlResponse(`<Error>${elements(fields)}</Error>`, { status: error.status, headers })
}

export function xmlResponse(
  xml: string,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Response {
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}`, {
    status,
    headers: { ...headers, 'content-type': 'application/xml' },
  })
}

/** `{ Key: 'a&b' }` to `<Key>a&amp;b</Key>`. */
export function elements(fields: Record<string, string | number | boolean>): string {
  return Object.entries(fields)
    .map(([name, value]) => `<${name}>${Bun.escapeHTML(String(value))}</${name}>`)
    .join('')
}

/** The text of every `<name>` in an XML document of our own size and shape (requests below 1 MB). */
export function elementTexts(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}>([^]*?)</${name}>`, 'g'))].map(([, text = '']) =>
    unescapeXml(text),
  )
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function unescapeXml(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (entity, hex, decimal, name) => {
      if (name) return entities[name] ?? entity
      const codePoint = hex ? Number.parseInt(hex, 16) : Number(decimal)
      return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : entity
    },
  )
}
