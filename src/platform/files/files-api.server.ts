import { Elysia } from 'elysia'
import { z } from 'zod'
import { streamObject } from '#/adapters/object-storage.server.ts'
import { originOf } from '#/auth/origin-of-request.ts'
import { withOrigin } from '#/db/request-origin.ts'
import { each, listedFeatures } from '#/define-feature.server.ts'
import { documentTypes } from './accepted-files.ts'
import { findReadableFile } from './read-files.server.ts'
import { contextOf } from '#/rpc/context.server.ts'
import { notFound } from '#/rpc/plain-refusals.ts'

/**
 * GET /api/files/:fileId[?organization=<slug>][&inline]: a stored file, for whom the policies let
 * see it. What is missing and what is forbidden are the same answer.
 */
export const filesApi = new Elysia().get(
  '/files/:fileId',
  async ({ request, params, query }) => {
    const session = await contextOf(request).session()
    if (!session) return notFound()
    const { organization = null } = query
    const found = await findReadableFile(session.user.id, params.fileId, organization)
    const stream = found && (await streamObject(found.storageKey, found))
    if (!stream) return notFound()
    if (organization !== null && found.userId !== session.user.id) {
      const features = await listedFeatures()
      const origin = originOf(request.headers, session)
      await withOrigin(origin, async () => {
        for (const notice of each(features, 'fileShown')) await notice(found.id, organization)
      })
    }
    const inline = query.inline !== undefined && found.contentType === documentTypes.pdf
    return new Response(stream, {
      headers: {
        'content-type': found.contentType,
        'content-length': String(found.sizeBytes),
        'content-disposition': `${inline ? 'inline' : 'attachment'}; ${fileNameOf(found)}`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
        // Browsers show no PDF inside a sandbox; a PDF's scripts cannot reach our pages anyway.
        'content-security-policy': `default-src 'none'; frame-ancestors 'self'${inline ? '' : '; sandbox'}`,
      },
    })
  },
  {
    parse: 'none',
    params: z.object({ fileId: z.uuid() }),
    query: z.object({ organization: z.string().optional(), inline: z.string().optional() }),
  },
)

const endings: Record<string, RegExp> = {
  [documentTypes.pdf]: /\.pdf$/i,
  [documentTypes.docx]: /\.do[ct]x$/i,
}

/**
 * Plain letters for old readers, the name itself for the others (RFC 6266). Its ending says what the
 * file is, whatever it was called: otherwise the wrong program would open it, or none.
 */
function fileNameOf({ name: given, contentType }: { name: string; contentType: string }): string {
  const isPdf = contentType === documentTypes.pdf
  const name = endings[contentType]?.test(given) ? given : `${given}${isPdf ? '.pdf' : '.docx'}`
  const plain = name.replace(/[^\w .()-]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16)}`,
  )
  return `filename="${plain}"; filename*=UTF-8''${encoded}`
}
