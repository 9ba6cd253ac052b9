/**
 * The whole server in a test: src/server.ts answers a request as it does behind the listener. The
 * modules that Vite would make are given here.
 */
import { plugin } from 'bun'

plugin({
  name: 'the modules that Vite makes for Start',
  setup(build) {
    build.module('#tanstack-router-entry', async () => ({
      loader: 'object',
      exports: await import('#/router.tsx'),
    }))
    build.module('#tanstack-start-entry', () => ({ loader: 'object', exports: {} }))
    build.module('tanstack-start-manifest:v', () => ({
      loader: 'object',
      exports: { tsrStartManifest: () => ({ routes: { __root__: {} } }) },
    }))
  },
})

/** Vite's path for server functions; the product has none. */
process.env.TSS_SERVER_FN_BASE = '/_serverFn/'

export async function appServer() {
  const { default: server } = await import('#/server.ts')
  // The worker would take the jobs of other tests.
  clearTimeout(globalThis.appBackgroundWork)
  return server
}
