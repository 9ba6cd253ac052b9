/**
 * The API without the pages, from its sources, as a process of its own: for tests of several servers on
 * one database, and for the short proofs where there is no build. It ends as src/serve.ts does.
 */
import { api } from '#/api/api.ts'
import { closeDatabase } from '#/db/database.server.ts'
import { env } from '#/env.server.ts'
import { each } from '#/define-feature.server.ts'
import { features } from '#/features.server.ts'

const server = Bun.serve({
  port: env.PORT,
  idleTimeout: 60,
  fetch: (request) => api.handle(request),
})
process.once('SIGTERM', async () => {
  await Promise.all([server.stop(), ...each(features, 'shutDown').map((end) => end(2_000))])
  await closeDatabase()
  process.exit(0)
})
// The pipe closes when whoever started this is gone.
process.stdin.on('end', () => process.exit(1)).resume()
