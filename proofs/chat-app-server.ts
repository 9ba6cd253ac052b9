/**
 * The API without the pages, from its sources: what the short proofs run where there is no build. It
 * ends as src/serve.ts does.
 */
import { api } from '#/api/api.ts'
import { closeDatabase } from '#/db/database.server.ts'
import { env } from '#/env.server.ts'
import { shutDownChat } from '#/features/chat/shut-down.server.ts'

const server = Bun.serve({
  port: env.PORT,
  idleTimeout: 60,
  fetch: (request) => api.handle(request),
})
process.once('SIGTERM', async () => {
  await Promise.all([server.stop(), shutDownChat(2_000)])
  await closeDatabase()
  process.exit(0)
})
// The pipe closes when whoever started this is gone.
process.stdin.on('end', () => process.exit(1)).resume()
