export type AllowedOrigins = '*' | string[]

/** Cross-origin access, as a bucket's CORS rules would grant it. */
export function withCors(
  request: Request,
  answer: Response,
  allowedOrigins: AllowedOrigins,
): Response {
  const origin = request.headers.get('origin')
  if (!origin) return answer
  const { headers } = answer
  if (allowedOrigins !== '*') headers.append('vary', 'Origin')
  if (allowedOrigins !== '*' && !allowedOrigins.includes(origin)) return answer
  headers.set('access-control-allow-origin', allowedOrigins === '*' ? '*' : origin)
  headers.set('access-control-expose-headers', 'ETag, Content-Length')
  if (request.method === 'OPTIONS') {
    headers.set('access-control-allow-methods', 'GET, HEAD, PUT, DELETE')
    const asked = request.headers.get('access-control-request-headers')
    if (asked) headers.set('access-control-allow-headers', asked)
    headers.set('access-control-max-age', '600')
  }
  return answer
}
