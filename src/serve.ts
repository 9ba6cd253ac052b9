/**
 * The production listener: `bun src/serve.ts` in the project's root, after `bun run build`. It reads
 * the environment first, so that everything that is missing is said at once.
 */
import { join } from 'node:path'
import { clientAddressHeader, clientAddressReader } from './auth/client-address.ts'
import { compressedPage } from './api/compressed-page.ts'
import { headersOfEveryResponse, withHeaders } from './api/every-response.ts'
import { staticAssets } from './api/static-assets.ts'
import { compilePglite } from './db/pglite.ts'
import { EnvironmentError, readEnvironment } from './env.ts'

const dist = join(process.cwd(), 'dist')
/** The app refuses less, with an answer of its own; this ends what it does not read. */
const maxRequestBodySize = 16 * 1024 * 1024
/** Streams send a heartbeat every 10 s. */
const idleTimeout = 60
const shutdownLimit = 15_000

process.env.NODE_ENV = 'production'
const env = readOrExplain()
if (env.DATABASE_URL.startsWith('pglite:')) void compilePglite()
const everywhere = headersOfEveryResponse(env.APP_URL)
const clientAddress = clientAddressReader(env.TRUSTED_PROXIES)
const [assets, app] = await Promise.all([
  staticAssets(join(dist, 'client')),
  import(join(dist, 'server/server.js')),
])

await app.start().catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})

const server = Bun.serve({
  port: env.PORT,
  idleTimeout,
  maxRequestBodySize,
  async fetch(request, listener) {
    const { url } = request
    const start = url.indexOf('/', 8)
    const end = url.indexOf('?', start)
    const asset = assets(request, url.slice(start, end === -1 ? undefined : end))
    if (asset) return withHeaders(asset, everywhere)
    const peer = listener.requestIP(request)?.address ?? ''
    request.headers.set(
      clientAddressHeader,
      clientAddress(peer, request.headers.get('x-forwarded-for')),
    )
    return compressedPage(request, await app.default.fetch(request))
  },
  error(error) {
    // The reader went away; there is nobody to answer.
    if (error.name === 'AbortError') return new Response(null, { status: 499 })
    console.error(error)
    return withHeaders(new Response('Internal error', { status: 500 }), everywhere)
  },
})
console.log(`Listening on ${server.url}`)

let stopping = false
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, async () => {
    if (stopping) process.exit(1)
    stopping = true
    setTimeout(() => process.exit(1), shutdownLimit).unref()
    // Requests that are being answered need the database until their end.
    await Promise.all([server.stop(), app.drain()])
    await app.close()
    process.exit(0)
  })
}

function readOrExplain() {
  try {
    return readEnvironment(process.env)
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error
    console.error(error.message)
    process.exit(1)
  }
}
