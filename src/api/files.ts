import { Elysia } from 'elysia'
import { z } from 'zod'
import { streamObject } from '#/adapters/object-storage.server.ts'
import { originOf } from '#/auth/origin-of-request.ts'
import { withOrigin } from '#/db/request-origin.ts'
import { recordCvRead } from '#/features/audit/record-cv-read.server.ts'
import { documentTypes } from '#/features/files/accepted-files.ts'
import { findReadableFile } from '#/features/files/read-files.server.ts'
import { contextOf } from '#/rpc/context.server.ts'
import { notFound } from './not-found.ts'

const fileId = z.uuid()

/**
 * GET /api/files/:fileId[?organization=<slug>][&inline]: a stored file, for whom the policies let
 * see it. What is missing and what is forbidden are the same answer.
 */
export const filesApi = new Elysia().get(
  '/files/:fileId',
  async ({ request, params }) => {
    const session = await contextOf(request).session()
    if (!session || !fileId.safeParse(params.fileId).success) return notFound()
    const query = new URL(request.url).searchParams
    const organization = query.get('organization')
    const found = await findReadableFile(session.user.id, params.fileId, organization)
    const stream = found && (await streamObject(found.storageKey))
    if (!stream) return notFound()
    if (organization !== null && found.userId !== session.user.id) {
      const origin = originOf(request.headers, session)
      await withOrigin(origin, () => recordCvRead(found.id, organization))
    }
    const inline = query.has('inline') && found.contentType === documentTypes.pdf
    return new Response(stream, {
      headers: {
        'content-type': found.contentType,
        'content-length': String(found.sizeBytes),
        'content-disposition': `${inline ? 'inline' : 'attachment'}; ${fileNameOf(found.name)}`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
        // Browsers show no PDF inside a sandbox; a PDF's scripts cannot reach our pages anyway.
        'content-security-policy': `default-src 'none'; frame-ancestors 'self'${inline ? '' : '; sandbox'}`,
      },
    })
  },
  { parse: 'none' },
)

/** Plain letters for old readers, the name itself for the others (RFC 6266). */
function fileNameOf(name: string): string {
  const plain = name.replace(/[^\w .()-]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16)}`,
  )
  return `filename="${plain}"; filename*=UTF-8''${encoded}`
}
