import type { z } from 'zod'
import { ApiError } from './api-error.ts'

export const MAX_BODY_BYTES = 2 * 1024 * 1024

/** The parsed body. Throws ApiError 413 above 2 MB, read no further than that, and 400 for anything
 * that is not what the schema says. */
export async function readBody<S extends z.ZodType>(
  request: Request,
  schema: S,
): Promise<z.infer<S>> {
  const text = new TextDecoder().decode(await boundedBytes(request))
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new ApiError(400, 'We could not parse the JSON body of your request.')
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const path = issue?.path.join('.') ?? ''
  throw new ApiError(
    400,
    `Invalid value for '${path || 'body'}': ${issue?.message ?? 'invalid'}.`,
    'invalid_value',
    path || null,
  )
}

async function boundedBytes(request: Request): Promise<Uint8Array> {
  const tooLarge = new ApiError(413, 'The request body is larger than 2 MB.', 'request_too_large')
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) throw tooLarge
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > MAX_BODY_BYTES) throw tooLarge
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
