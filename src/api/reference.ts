import { Elysia } from 'elysia'
import { openApiDocument } from './openapi.server.ts'

/** The API document, for tools and for people. */
export const referenceApi = new Elysia()
  .get('/openapi.json', openApiDocument)
  .get('/reference', async () => {
    // Rendering is wanted here alone; the other routes do not wait for it at the start.
    const { referencePage } = await import('./reference-page.tsx')
    return new Response(referencePage(await openApiDocument()), {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
        'x-content-type-options': 'nosniff',
      },
    })
  })
