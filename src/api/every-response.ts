/**
 * The headers of every response, whoever answers: pages, redirects, errors, files, streams. Browsers
 * then take nothing for what it is not, and never come back without TLS.
 */
export const headersOfEveryResponse = (appUrl: string): Record<string, string> => ({
  'x-content-type-options': 'nosniff',
  ...(appUrl.startsWith('https:') && {
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
  }),
})

export function withHeaders(response: Response, headers: Record<string, string>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}
