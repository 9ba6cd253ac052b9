import { Elysia } from 'elysia'
import { z } from 'zod'
import { originOf } from '#/auth/origin-of-request.ts'
import { withOrigin } from '#/db/request-origin.ts'
import { trailFilter } from './contract.ts'
import { exportTrail } from './export-trail.server.ts'
import { contextOf } from '#/rpc/context.server.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { notFound } from '#/rpc/plain-refusals.ts'

/**
 * GET /api/audit.csv[?organization=<slug>][&group=][&person=][&from=][&until=]: the trail of an
 * organisation for those who run it, of the whole site for its admins.
 */
export const auditApi = new Elysia().get(
  '/audit.csv',
  async ({ request, query: { organization = null, ...filter } }) => {
    const session = await contextOf(request).session()
    if (!session) return notFound()
    const reader = { id: session.user.id, isPlatformAdmin: session.user.role === 'admin' }
    try {
      const lines = await withOrigin(originOf(request.headers, session), () =>
        exportTrail(reader, organization, filter),
      )
      return new Response(streamOf(lines), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="audit-${new Date().toISOString().slice(0, 10)}.csv"`,
          'cache-control': 'private, no-store',
          'x-content-type-options': 'nosniff',
        },
      })
    } catch (error) {
      if (error instanceof Refusal) return refused(error)
      throw error
    }
  },
  { parse: 'none', query: trailFilter.extend({ organization: z.string().optional() }) },
)

function refused({ code, data }: Refusal): Response {
  if (code === 'RATE_LIMITED') return Response.json({ code, data }, { status: 429 })
  return code === 'FORBIDDEN' ? Response.json({ code }, { status: 403 }) : notFound()
}

/** A page at a time, as fast as it is read; nothing more once the reader is gone. */
function streamOf(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      let chunk = ''
      while (chunk.length < 64_000) {
        const { value, done } = await lines.next()
        if (done) {
          controller.enqueue(encoder.encode(chunk))
          return controller.close()
        }
        chunk += value
      }
      controller.enqueue(encoder.encode(chunk))
    },
    async cancel() {
      await lines.return(undefined)
    },
  })
}
